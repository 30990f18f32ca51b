namespace ChatLeads.Core.Understanding;

/// <summary>What turns a number into a range: "between", "up to", "or more". The same for people and money.</summary>
internal static class Ranges
{
    /// <summary>The token after "-", "to", "or" between two numbers; 0 where there is none.</summary>
    public static int LinkAfter(Message message, int end)
    {
        if (message.IsMark(end, "-") || message.IsMark(end, "/") && end > 0)
            return message.IsMark(end, "/") ? 0 : end + 1;
        return message.Is("range", end) ? end + 1 : 0;
    }

    /// <summary>The ends as cues around the number leave them, and the span with those cues.</summary>
    public static (decimal? Min, decimal? Max, int Start, int End) Bound(
        Message message, decimal? min, decimal? max, int start, int end, bool isRange)
    {
        if (message.EndingAt("bound.between", start) is { } between)
            return (min, max, between.Start, end);
        if (isRange)
            return (min, max, message.EndingAt("bound.about", start)?.Start ?? start, end);
        if (message.EndingAt("bound.max", start) is { } most)
            return (null, max, most.Start, end);
        if (message.EndingAt("bound.min", start) is { } least)
            return (min, null, least.Start, end);
        if (message.StartingAt("bound.max_after", end) is { } mostAfter)
            return (null, max, start, mostAfter.End);
        if (message.IsMark(end, ",") && message.StartingAt("bound.max_after", end + 1) is { } mostLater)
            return (null, max, start, mostLater.End);
        if (message.IsMark(end, "+"))
            return (min, null, start, end + 1);
        if (message.StartingAt("bound.min_after", end) is { } leastAfter)
            return (min, null, start, leastAfter.End);
        return (min, max, message.EndingAt("bound.about", start)?.Start ?? start, end);
    }
}
