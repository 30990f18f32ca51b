using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Shows that it was understood, without repeating everything like a form.</summary>
internal static class Acknowledgements
{
    public static Turn Say(Turn turn)
    {
        var fresh = Facts.New(turn).ToList();
        var corrected = fresh.Where(fact => turn.Before.Knows(fact.Field)).ToList();
        if (FactWords.List(turn, corrected) is { Length: > 0 } corrections)
            return turn.Say(Line.Corrected, ("facts", corrections));
        return turn.Talk.Count > 0 || fresh.Count == 0 ? turn : turn with { Acknowledgement = Words(turn, fresh) };
    }

    private static string Words(Turn turn, List<Fact> fresh)
    {
        if (fresh.Any(fact => fact.Field == Field.Name))
            return turn.Words(Line.AcknowledgeName);
        // Several facts at once are worth repeating; a single answer is not.
        return FactWords.Count(turn, fresh) >= 2
            ? turn.Words(Line.AcknowledgeFacts, ("facts", FactWords.List(turn, fresh)))
            : turn.Words(Line.Acknowledge);
    }
}
