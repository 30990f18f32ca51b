using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Whether the text says what they need or what goes wrong.</summary>
internal static class NeedParser
{
    private const string Parser = "need";

    /// <summary>From here on what was learned from examples is believed, where no cue tells.</summary>
    private const float Likely = 0.6f;

    public static void Find(Message message, Candidates found)
    {
        foreach (var section in (ReadOnlySpan<string>)["need.want", "need.problem"])
        {
            foreach (var cue in message.In(section))
            {
                var other = message.Touches("need.not", cue.Start, cue.End) || IsOfDate(message, found, cue);
                found.Add(Field.Need, StatedValue.Yes, cue.Start, cue.End, 80, Parser, other ? Reasons.Blocked : null);
            }
        }
        var answers = message.Request.Asking is { } asked && found.Has(asked);
        if (!found.Has(Field.Need) && !answers)
            AddGuessed(message, found);
        if (message.Asks(Field.Need) && IsAnswer(message))
            found.Add(Field.Need, StatedValue.Yes, 0, message.Tokens.Length, 40, Parser);
    }

    /// <summary>"After Easter is no good": a date that does not suit is no trouble of theirs.</summary>
    private static bool IsOfDate(Message message, Candidates found, Cue cue) =>
        message.Touches("date.refused", cue.Start, cue.End) && found.All.Exists(date => date.Field == Field.Timeline && cue.Start - date.End is 0 or 1);

    /// <summary>The message, or a part of it, reads like the examples of needs. What answers another question is not asked.</summary>
    private static void AddGuessed(Message message, Candidates found)
    {
        if (message.Guess is { Intent: null, Likely: > Likely })
        {
            found.Add(Field.Need, StatedValue.Yes, 0, message.Tokens.Length, 50, "examples");
            return;
        }
        var (start, end) = message.FirstPart();
        // The only part is the whole, and that has been guessed.
        if (end == message.Tokens.Length)
            return;
        for (; start < message.Tokens.Length; (start, end) = (end, message.PartEnd(end)))
        {
            if (message.GuessOf(start, end) is { Intent: null, Likely: > Likely })
                found.Add(Field.Need, StatedValue.Yes, start, end, 50, "examples");
        }
    }

    /// <summary>To "what do you need?" anything with content is an answer, short of refusals, questions and evasions.</summary>
    private static bool IsAnswer(Message message)
    {
        if (message.Has("evasion") || message.Has("intent.deny") || message.Has("intent.opt_out") || message.Has("need.aside") || message.HasMark("?") || AsksHuman(message))
            return false;
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (message.Tokens[at].IsWord && message.Tokens[at].Norm.Length > 2 && !IsOther(message, at) && !Gibberish.Is(message, at))
                return true;
        }
        return false;
    }

    private static bool AsksHuman(Message message)
    {
        foreach (var cue in message.In("intent.ask_human"))
        {
            if (!message.Touches("intent.ask_human.not", cue.Start, cue.End))
                return true;
        }
        return false;
    }

    /// <summary>Words of greeting, thanks, asking for people or prices.</summary>
    private static bool IsOther(Message message, int at)
    {
        foreach (var cue in message.Cues)
        {
            if (cue.Start <= at && at < cue.End && (cue.Section.StartsWith("intent.", StringComparison.Ordinal) || cue.Section is "filler" or "thanks" or "need.not"))
                return true;
        }
        return false;
    }
}
