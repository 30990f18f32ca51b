namespace ChatLeads.Core.Understanding;

/// <summary>Whose it is: mine, or that of the boss, the supplier, a friend.</summary>
internal static class Owners
{
    private const int Reach = 7;

    /// <summary>Whether the nearest owner named before a span, or right after it, is somebody else.</summary>
    public static bool IsOthers(Message message, int start, int end)
    {
        var before = Nearest(message, start);
        return before?.Section == "owner.other" || before is null && OtherFollows(message, end);
    }

    /// <summary>Of two addresses, the one that is said to be mine.</summary>
    public static int Mine(Message message, int start) => Nearest(message, start)?.Section == "owner.mine" ? 2 : 0;

    private static Cue? Nearest(Message message, int start)
    {
        Cue? best = null;
        foreach (var cue in message.Cues)
        {
            if (cue.Section is "owner.other" or "owner.mine" && cue.Start < start && start - cue.End <= Reach
                && message.Same(cue.Start, start, true) && (best is null || cue.End > best.Value.End || cue.End == best.Value.End && cue.Length > best.Value.Length))
            {
                best = cue;
            }
        }
        return best;
    }

    /// <summary>"612… es el de mi socio": a verb of being, then the owner, before anything else.</summary>
    private static bool OtherFollows(Message message, int end)
    {
        foreach (var cue in message.In("owner.is_other"))
        {
            if (cue.Start >= end && cue.Start - end <= 1)
                return true;
        }
        return false;
    }
}
