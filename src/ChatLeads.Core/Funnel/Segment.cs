using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Funnels;

/// <summary>What a funnel can be split by. An unknown part is the empty text, shown as a row of its own.</summary>
/// <param name="Rep">The owner's staff id as text.</param>
public sealed record Segment(string Source, string Campaign, string Rep, string Language, string Channel)
{
    public string Part(SplitBy by) => by switch
    {
        SplitBy.Source => Source,
        SplitBy.Campaign => Campaign,
        SplitBy.Rep => Rep,
        SplitBy.Language => Language,
        SplitBy.Channel => Channel,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Not a part of a segment."),
    };
}

/// <summary>The ways to split a funnel. The last one splits those who left: each part is an <see cref="ExitPart"/>.</summary>
public enum SplitBy { Source, Campaign, Rep, Language, Channel, Exit }

/// <summary>How those left that are counted together.</summary>
/// <param name="To">Lost or disqualified.</param>
/// <param name="At">The furthest stage that they had passed.</param>
/// <param name="Reason">In lower case, shortened; empty when none was said.</param>
public sealed record ExitPart(Stage To, Stage At, string Reason)
{
    private const int LongestReason = 60;

    /// <summary>As it stands in a cell: <c>Lost/Sql/too expensive</c>.</summary>
    public static string Write(Exit exit)
    {
        var reason = exit.Reason.Trim().ToLowerInvariant();
        return $"{exit.To}/{exit.At}/{(reason.Length > LongestReason ? reason[..LongestReason] : reason)}";
    }

    /// <exception cref="FormatException">It is no part of this kind.</exception>
    public static ExitPart Read(string part) => part.Split('/', 3) is [var to, var at, var reason]
        && Enum.TryParse<Stage>(to, out var left) && Enum.TryParse<Stage>(at, out var stage)
        ? new ExitPart(left, stage, reason)
        : throw new FormatException($"`{part}` tells no exit.");
}
