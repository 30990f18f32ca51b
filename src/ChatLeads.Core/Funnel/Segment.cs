namespace ChatLeads.Core.Funnels;

/// <summary>What a funnel can be split by. An unknown part is the empty text, shown as a row of its own.</summary>
/// <param name="Rep">The owner's staff id as text.</param>
public sealed record Segment(string Source, string Campaign, string Rep, string Language, string Channel)
{
    /// <summary>The part that <paramref name="by"/> names; empty for all, when the funnel is not split.</summary>
    public string Part(SplitBy? by) => by switch
    {
        SplitBy.Source => Source,
        SplitBy.Campaign => Campaign,
        SplitBy.Rep => Rep,
        SplitBy.Language => Language,
        SplitBy.Channel => Channel,
        null => "",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Not a way to split a funnel."),
    };
}

public enum SplitBy { Source, Campaign, Rep, Language, Channel }

/// <summary>Days, both ends included, in the firm's time zone.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= From && day <= To;
}
