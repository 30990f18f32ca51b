using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Nothing more to ask: what was noted, for correction, and what happens next and when.</summary>
internal static class Closing
{
    public static Turn Close(Turn turn)
    {
        if (turn.Question is not null)
            return turn;
        if (turn.State.Ended is not null)
            return After(turn);
        if (turn.ConsentStaysOpen)
            return turn.Talk.Length > 0 || turn.Acknowledgement is not null ? turn : turn.Say(Line.StillHere);
        if (IsLeaving(turn) && !turn.State.IsLead)
            return turn.Say(Line.Goodbye).End(Ending.Goodbye);
        if (turn.State.IsLead)
            return Summarise(turn).End(Ending.Noted);
        return turn.State.MayBeKept
            ? turn.Say(Line.Unreachable).End(Ending.Unreachable)
            : turn.Say(turn.State.Puzzled > 1 ? Line.NotUnderstood : Line.OpenDoor).End(Ending.OpenDoor);
    }

    /// <summary>Thanks and farewells end the talk; those beside an answer do not.</summary>
    public static bool IsLeaving(Turn turn) =>
        turn.Reading.Has(Intent.Goodbye) && !turn.Reading.Has(Intent.Affirm) && turn.Reading.Facts.Count == 0;

    private static Turn Summarise(Turn turn)
    {
        turn = turn.Say(NextStep(turn), ("when", Promise.When(turn))) with { Acknowledgement = null };
        // A single fact is not worth a list.
        return turn.State.LookingQuestions is null && FactWords.Each(turn, turn.State.Facts) is { Count: > 1 } facts
            ? turn.Say(Line.ClosingFacts, ("facts", FactWords.Listed(turn, facts)))
            : turn;
    }

    private static Line NextStep(Turn turn)
    {
        if (turn.State.LookingQuestions is not null)
            return Line.ClosingGuide;
        if (turn.State.PersonWanted > 0)
            return Line.ClosingHot;
        return turn.Temperature switch
        {
            Temperature.Hot => Line.ClosingHot,
            Temperature.Warm => Line.ClosingWarm,
            _ => Line.ClosingCold,
        };
    }

    /// <summary>The talk had ended: a word back to whatever else is said, and no question.</summary>
    private static Turn After(Turn turn)
    {
        if (turn.Talk.Length > 0)
            return turn;
        // "Anything to correct?" "No, that's fine."
        var content = turn.Reading.Has(Intent.Deny) || turn.Reading.Has(Intent.Affirm);
        if (turn.Reading.Has(Intent.Goodbye) || (content && turn.State.Ended == Ending.Noted))
            return turn.Say(Line.Goodbye);
        return turn.Say(turn.State.Ended == Ending.Noted ? Line.PassedOn : Line.StillHere);
    }
}
