namespace ChatLeads.Core.Understanding;

/// <summary>The words around a date: "next", "end of", "before", "since", and the year after it.</summary>
internal readonly struct DateModifiers(Message message)
{
    private const int Fillers = 3;

    private static readonly (string Section, DatePart Part)[] Parts =
    [
        ("date.start", DatePart.Start), ("date.mid", DatePart.Middle), ("date.end", DatePart.End),
        ("date.before", DatePart.Before), ("date.after", DatePart.After),
    ];

    public DateSpan Bend(DateSpan span, int at) => span.With(Part(at));

    public DatePart Part(int at) => PartAt(at).Part;

    /// <summary>First token with the words that bend the date.</summary>
    public int Start(int at)
    {
        var start = PartAt(at).Start;
        return Ending("date.in", start) ?? Ending("date.next", start) ?? Ending("date.this", start) ?? start;
    }

    public bool IsNext(int at, int end) => Ending("date.next", at) is not null || Starting("date.next", end) is not null;

    public bool IsThis(int at) => Ending("date.this", at) is not null;

    /// <summary>A unit follows that "next" or "this" stands before, as in "a next month".</summary>
    public bool IsRelative(int at) => Starting("date.next", at) is not null;

    public int EndAfterNext(int end) => Starting("date.next", end) is { } cue ? cue : end;

    public bool IsPast(int at, int end) =>
        PartAt(at).Part != DatePart.After && Ending("date.last", at) is not null || Ending("date.since", at) is not null || Starting("date.last", end) is not null;

    /// <summary>Whether the date is what something is planned for: "in", "para", "by", "before".</summary>
    public bool HasPreposition(int at) => Ending("date.in", at) is not null || IsThis(at) || Ending("date.next", at) is not null
        || PartAt(at) is { Part: not DatePart.Whole };

    /// <summary>A year after a date: "de 2027", "next year", "del año que viene".</summary>
    public (int? Year, int End) YearAfter(int end)
    {
        var at = Skip(end);
        if (at >= message.Tokens.Length)
            return (null, end);
        if (message.Tokens[at].IsNumber && message.Tokens[at].Norm.Length == 4 && int.TryParse(message.Tokens[at].Norm, out var year) && year is >= 2000 and < 2100)
            return (year, at + 1);
        if (at > end && !message.IsMark(at - 1, ",") && IsShortYear(at, out var shortened))
            return (shortened, at + 1);
        foreach (var (section, ahead) in (ReadOnlySpan<(string, int)>)[("date.next", 1), ("date.this", 0)])
        {
            if (message.StartingAt(section, at) is { } before && IsYear(before.End))
                return (message.Request.Today.Year + ahead, before.End + 1);
            if (IsYear(at) && message.StartingAt(section, at + 1) is { } after)
                return (message.Request.Today.Year + ahead, after.End);
        }
        return (null, end);
    }

    /// <summary>"del 27" is 2027, within the next ten years.</summary>
    private bool IsShortYear(int at, out int year) =>
        int.TryParse(message.Tokens[at].Norm, out year) && message.Tokens[at].Norm.Length == 2 && (year += 2000) >= message.Request.Today.Year && year <= message.Request.Today.Year + 10;

    private bool IsYear(int at) => at < message.Tokens.Length && message.Lexicon["unit"].Value(message.Tokens[at]) == "year";

    /// <summary>Also past "next" and "this": "early next year".</summary>
    private (DatePart Part, int Start) PartAt(int at)
    {
        var direct = DirectPartAt(at);
        if (direct.Part != DatePart.Whole || (Ending("date.next", at) ?? Ending("date.this", at)) is not { } before)
            return direct;
        return DirectPartAt(before) is { Part: not DatePart.Whole } outer ? outer : direct;
    }

    private (DatePart Part, int Start) DirectPartAt(int at)
    {
        foreach (var (section, part) in Parts)
        {
            if (Ending(section, at) is { } start)
                return (part, start);
        }
        return (DatePart.Whole, at);
    }

    /// <summary>Start of a cue that ends before the token, articles and the like between left out.</summary>
    private int? Ending(string section, int at)
    {
        for (var back = 0; back <= Fillers; back++)
        {
            if (message.EndingAt(section, at - back) is { } cue)
                return cue.Start;
            if (!message.Is("date.filler", at - back - 1))
                return null;
        }
        return null;
    }

    private int? Starting(string section, int at)
    {
        for (var ahead = 0; ahead <= 1; ahead++)
        {
            if (message.StartingAt(section, at + ahead) is { } cue)
                return cue.End;
            if (!message.Is("date.filler", at + ahead))
                return null;
        }
        return null;
    }

    private int Skip(int at)
    {
        while (message.Is("date.filler", at) && !IsYear(at) || message.IsMark(at, ","))
            at++;
        return at;
    }
}
