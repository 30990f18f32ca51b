using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk;

/// <summary>Whole days, both included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>A day, and the time of day in the staff member's time zone when it was said.</summary>
public sealed record Moment(DateOnly Date, TimeOnly? Time);

/// <summary>A lead as the staff name it: its number, or a name as written, capitalised.</summary>
public sealed record LeadRef(int? Number, string? Name)
{
    public static LeadRef Of(int number) => new(number, null);
    public static LeadRef Of(string name) => new(null, name);
}

public enum Outcome { Reached, NoAnswer }
public enum Breakdown { Source, Campaign, Rep, Language, Channel }
public enum DigestEvery { Day, Week }
public enum Metric { Score, Conversion, Cpl, Cpa, Speed, Temperature, Funnel }
public enum LeadSort { Score, Recent, Waiting }

/// <summary>Which leads a list or an export holds.</summary>
public sealed record LeadFilter
{
    public static readonly LeadFilter All = new();
    public const string Me = "me";
    public const string Nobody = "none";

    public IReadOnlyList<Temperature> Temperature { get; init; } = [];
    public IReadOnlyList<Stage> Stage { get; init; } = [];
    /// <summary><see cref="Me"/>, <see cref="Nobody"/> or a person's name.</summary>
    public string? Owner { get; init; }
    public string? Source { get; init; }
    public string? Campaign { get; init; }
    public string? Place { get; init; }
    /// <summary>Free words to find.</summary>
    public string? Text { get; init; }
    public Period? Period { get; init; }
    public LeadSort? Sort { get; init; }
    public int? Limit { get; init; }
}
