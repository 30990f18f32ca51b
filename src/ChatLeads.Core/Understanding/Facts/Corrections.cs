namespace ChatLeads.Core.Understanding;

/// <summary>"no, perdón", "sorry, I mean": what was said before does not count.</summary>
internal static class Corrections
{
    public static bool Between(Message message, int from, int to)
    {
        foreach (var cue in message.In("correction"))
        {
            if (cue.Start >= from - 1 && cue.End <= to + 1)
                return true;
        }
        return false;
    }

    /// <summary>"A million, obviously. Kidding": the next words take it back.</summary>
    public static bool IsJest(Message message, int end)
    {
        foreach (var cue in message.In("jest"))
        {
            if (cue.Start >= end && cue.Start - end <= 3)
                return true;
        }
        return false;
    }

    /// <summary>Whether the clause denies the span: "no somos de Barcelona", "not 50", "y no martha@…".</summary>
    public static bool IsNegated(Message message, int start)
    {
        // "Our budget isn't 2k, it's 3k": what follows the correction stands.
        if (message.EndingAt("correction", start) is not null)
            return false;
        if (message.EndingAt("negation.of", start) is not null)
            return true;
        foreach (var cue in message.In("negation"))
        {
            if (cue.End <= start && message.Same(cue.Start, start, false) && start - cue.End <= 4)
                return true;
        }
        return false;
    }

    /// <summary>"info@old.com no longer works": what follows buries the address.</summary>
    public static bool IsDead(Message message, int end) =>
        message.StartingAt("contact.dead", message.IsMark(end, ",") ? end + 1 : end) is not null;

    /// <summary>"antes puse 50", "we used to be 12".</summary>
    public static bool IsOld(Message message, int start)
    {
        foreach (var cue in message.In("old"))
        {
            if (cue.End <= start && start - cue.End <= 1 && message.Same(cue.Start, start, false))
                return true;
        }
        // "We had 60 before the move".
        return message.Touches("old.around", start, start + 1);
    }
}
