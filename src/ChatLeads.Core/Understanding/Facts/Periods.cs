using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>What an amount is paid for: the nearest "a month" or "al año" around it.</summary>
internal static class Periods
{
    private const int Reach = 5;

    private static readonly (string Section, Per Per)[] All = [("per.month", Per.Month), ("per.year", Per.Year), ("per.once", Per.Once)];

    /// <summary>The period and the token after it, where it follows the amount; else one before it in the clause.</summary>
    public static (Per? Per, int End) Of(Message message, int start, int end)
    {
        Per? best = null;
        var (distance, after) = (Reach, end);
        foreach (var (section, per) in All)
        {
            foreach (var cue in message.In(section))
            {
                if (cue.Start >= end && cue.Start - end < distance && message.Same(cue.Start, end - 1, true) && !NumberBetween(message, end, cue.Start))
                    (best, distance, after) = (per, cue.Start - end, cue.Start - end <= 1 ? cue.End : end);
            }
        }
        return best is not null ? (best, after) : (Before(message, start), end);
    }

    /// <summary>Whether "a month" or "al año" begins at the token.</summary>
    public static bool FollowsAt(Message message, int at) =>
        message.StartingAt("per.month", at) is not null || message.StartingAt("per.year", at) is not null;

    private static Per? Before(Message message, int start)
    {
        (Cue Cue, Per Per)? best = null;
        foreach (var (section, per) in All)
        {
            if (message.Before(section, start) is { } cue && (best is null || cue.End > best.Value.Cue.End) && !NumberBetween(message, cue.End, start) && !IsOfAmount(message, cue.Start))
                best = (cue, per);
        }
        return best?.Per;
    }

    /// <summary>"£3m a year": the period belongs to the amount in front of it.</summary>
    private static bool IsOfAmount(Message message, int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - 4) && message.Tokens[back].Kind != TokenKind.Mark && !message.Is("and", back); back--)
        {
            if (message.Tokens[back].IsNumber)
                return true;
        }
        return false;
    }

    private static bool NumberBetween(Message message, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (message.Tokens[at].IsNumber)
                return true;
        }
        return false;
    }
}
