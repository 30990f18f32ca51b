using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Shows that it was understood, without repeating everything like a form.</summary>
internal static class Acknowledgements
{
    /// <summary>Facts repeated at once: more would be a form.</summary>
    private const int MostRepeated = 3;

    public static Turn Say(Turn turn)
    {
        var fresh = Facts.New(turn);
        if (Corrections(turn, fresh) is { Count: > 0 } corrections)
            return turn with { Talk = turn.Talk.Insert(0, turn.Words(Line.Corrected, ("facts", FactWords.Listed(turn, corrections)))) };
        return Words(turn, fresh) is { } words ? turn with { Acknowledgement = words } : turn;
    }

    private static List<string> Corrections(Turn turn, IReadOnlyList<Fact> fresh)
    {
        var corrected = new List<Fact>();
        for (var i = 0; i < fresh.Count; i++)
            if (turn.Before.ValueOf(fresh[i].Field) is not (null or ChoiceValue { Id: "none" }))
                corrected.Add(fresh[i]);
        return FactWords.Each(turn, corrected);
    }

    /// <summary>Null where an answer or thanks show it already.</summary>
    private static string? Words(Turn turn, IReadOnlyList<Fact> fresh)
    {
        // Several facts at once are worth repeating; a single answer is not.
        if (FactWords.Each(turn, fresh) is { Count: >= 2 } several)
            return turn.Words(Line.AcknowledgeFacts, ("facts", FactWords.Listed(turn, [.. several.Take(MostRepeated)])));
        if (turn.Talk.Length > 0)
            return null;
        if (fresh.Count == 0)
            return GreetsBack(turn) ? turn.Words(Line.Greeting) : null;
        if (fresh.Any(fact => fact.Field == Field.Name))
            return turn.Words(Line.AcknowledgeName);
        return turn.Words(fresh.Any(fact => fact.Field == Field.Need) ? Line.AcknowledgeNeed : Line.Acknowledge);
    }

    /// <summary>Where the bot says who it is, it says hello by that.</summary>
    private static bool GreetsBack(Turn turn) =>
        turn.Reading.Has(Intent.Greet) && turn.State.Turns == 1 && turn.State.Disclosed.Contains(turn.Language);
}
