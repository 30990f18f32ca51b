namespace ChatLeads.Core.Understanding;

/// <summary>What turns a number into a range: "between", "up to", "or more". The same for people and money.</summary>
internal static class Ranges
{
    /// <summary>The token after "-", "to", "or" between two numbers, or after "and" where "between" stands before them; 0 where there is none.</summary>
    public static int LinkAfter(Message message, int start, int end)
    {
        var isLinked = message.IsMark(end, "-") || message.Is("range", end)
            || message.Is("and", end) && message.EndingAt("bound.between", start) is not null;
        if (!isLinked && message.IsMark(end, ",") && message.Is("range", end + 1))
            return end + 2;
        return isLinked ? end + 1 : 0;
    }

    /// <summary>The ends as cues around the number leave them, and the span with those cues.</summary>
    public static (decimal? Min, decimal? Max, int Start, int End) Bound(
        Message message, decimal? min, decimal? max, int start, int end, bool isRange)
    {
        var about = message.EndingAt("bound.about", start)?.Start ?? start;
        if (isRange)
            return (min, max, message.EndingAt("bound.between", start)?.Start ?? about, end);
        var (mostBefore, leastBefore) = (message.EndingAt("bound.max", start), message.EndingAt("bound.min", start));
        if (mostBefore is { } most && !(leastBefore?.Length > most.Length))
            return (null, max, most.Start, end);
        if (leastBefore is { } least)
            return (min, null, least.Start, end);
        if (message.StartingAt("bound.max_after", end) is { } mostAfter)
            return (null, max, about, mostAfter.End);
        if (message.IsMark(end, ",") && message.StartingAt("bound.max_after", end + 1) is { } mostLater)
            return (null, max, about, mostLater.End);
        if (message.IsMark(end, "+") && message.Tokens[end].Glued)
            return (min, null, about, end + 1);
        if (message.StartingAt("bound.min_after", end) is { } leastAfter)
            return (min, null, about, leastAfter.End);
        return (min, max, about, end);
    }
}
