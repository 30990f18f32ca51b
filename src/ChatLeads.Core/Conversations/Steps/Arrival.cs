using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Somebody comes, for the first time or again.</summary>
internal static class Arrival
{
    /// <summary>The chat was opened: the greeting asks an open question; a page that is merely reloaded is not greeted again.</summary>
    public static Turn Open(Turn turn)
    {
        var state = turn.State;
        if (state.Turns == 0)
            return state.Disclosed.Count > 0 ? turn : turn with { Question = NextQuestion.First(turn, turn.Playbook.Fields.First) };
        return IsBack(turn) ? turn.Say(Line.WelcomeBack).Through(Resume) : turn;
    }

    /// <summary>Counts the message, and the person at their first.</summary>
    public static Turn Count(Turn turn)
    {
        var back = IsBack(turn) && turn.State is { MayBeKept: true, InHumanHands: null };
        turn = turn with { State = turn.State with { Turns = turn.State.Turns + 1, LastHeard = turn.Now } };
        if (back)
            turn = turn.Say(Line.WelcomeBack);
        if (turn.State.Counted)
            return turn;
        return turn.Do(new CountContact(turn.Language, turn.State.Visit)) with { State = turn.State with { Counted = true } };
    }

    public static Turn CannotRead(Turn turn) => turn.Say(Line.Unreadable);

    private static Turn Resume(Turn turn) => NextQuestion.Choose(turn);

    private static bool IsBack(Turn turn) =>
        turn.State.LastHeard is { } last && turn.Now - last > turn.Playbook.Firm.Idle;
}
