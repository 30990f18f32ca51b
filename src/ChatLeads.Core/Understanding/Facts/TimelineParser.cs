using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>When they want it: dates counted from today, and ways of saying soon, someday and never mind.</summary>
internal static class TimelineParser
{
    private const string Name = "timeline";

    /// <summary>Tokens of an answer to a question of yes or no.</summary>
    private const int LongestYesOrNo = 12;

    private static readonly (string Section, string Id, int Weight)[] Said =
    [
        ("timeline.none", "none", 88), ("timeline.now", "now", 78), ("timeline.quarter", "quarter", 78),
        ("timeline.half", "half", 78), ("timeline.later", "later", 79),
    ];

    public static void Find(Message message, Candidates found)
    {
        foreach (var (section, id, weight) in Said)
        {
            foreach (var cue in message.In(section))
                found.Add(Field.Timeline, new ChoiceValue(id), cue.Start, cue.End, weight, Name, IsOfConsent(message) ? Reasons.Blocked : Loss(message, cue.Start, cue.End));
        }
        foreach (var cue in message.In("timeline.asked"))
        {
            if (message.Asks(Field.Timeline))
                found.Add(Field.Timeline, new ChoiceValue("now"), cue.Start, cue.End, 60, Name);
        }
        FindDates(message, found);
    }

    private static void FindDates(Message message, Candidates found)
    {
        var reader = new DateReader(message);
        var previous = -2;
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (found.Covers(Field.Phone, at) || found.Covers(Field.Email, at) || reader.Read(at) is not { } date)
                continue;
            if (date.HasPreposition || message.Asks(Field.Timeline))
            {
                found.Add(Field.Timeline, new ChoiceValue(Bucket(date.End, message.Request.Today)), date.StartToken, date.EndToken,
                    LinksTo(message, previous, date.StartToken) ? 83 : 82, Name, Loss(message, date.StartToken, date.EndToken));
            }
            at = date.EndToken - 1;
            previous = date.EndToken;
        }
    }

    /// <summary>"april or may" ends with May; "the fiscal year starts in October" means October.</summary>
    private static bool LinksTo(Message message, int previous, int start) =>
        message.EndingAt("date.is", start) is { } verb && verb.Start == previous || start - previous == 1 && (message.Is("range", previous) || message.Is("and", previous) || message.IsMark(previous, "-"));

    /// <summary>now: within a month; quarter: within three; half: within six; later: after that.</summary>
    public static string Bucket(DateOnly end, DateOnly today) =>
        end <= today.AddMonths(1) ? "now"
        : end <= today.AddMonths(3) ? "quarter"
        : end <= today.AddMonths(6) ? "half"
        : "later";

    /// <summary>"Por ahora no" to "may we keep your data?" is no timeline; who says more than that may well tell one.</summary>
    private static bool IsOfConsent(Message message) =>
        (message.Asks(Field.Consent) || message.Asks(Field.MarketingConsent)) && message.Tokens.Length <= LongestYesOrNo;

    private static string? Loss(Message message, int start, int end)
    {
        // "A paper ledger (in 2027!!)".
        if (message.IsMark(start - 1, "(") && message.IsMark(end, "!"))
            return Reasons.Blocked;
        if (message.EndingAt("date.since", start) is not null && !message.InClause("date.tied", start) || message.Touches("date.block_over", start, end))
            return Reasons.Blocked;
        // "After Easter is no good".
        if (message.StartingAt("date.refused", message.IsMark(end, ",") ? end + 1 : end) is not null)
            return Reasons.Negated;
        return !message.Asks(Field.Timeline) && message.InClause("date.block", start) ? Reasons.Blocked : null;
    }
}
