using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>A conversation in the hands of a person of the firm.</summary>
internal static class Takeover
{
    /// <summary>What the bot had asked last is no longer open: a yes is to the person from here on.</summary>
    public static Turn Begin(Turn turn, TakenOver taken) => turn.Say(Line.PersonHere, ("rep", taken.Name)) with
    {
        State = turn.State with { InHumanHands = new HumanHands(taken.StaffId, taken.Name, turn.Now) },
    };

    public static Turn Speak(Turn turn, RepSaid said) => turn.State.InHumanHands is { } hands && hands.StaffId == said.StaffId
        ? turn with { State = turn.State with { InHumanHands = hands with { LastWordAt = turn.Now } } }
        : turn;

    /// <summary>
    /// Facts and signals are noted as ever; of the bot's words only those remain that a request by law is owed. Who wants no more
    /// messages is written to by no person either.
    /// </summary>
    public static Turn Listen(Turn turn)
    {
        turn = turn.Through(Languages.Settle, Arrival.Count, Requests.Honour, Signals.Note, Facts.Merge);
        return Keeping.Keep(turn.Effects.OfType<StopMessages>().Any() ? Free(turn) : turn);
    }

    /// <summary>The bot answers what was left unanswered, and asks nothing of its own accord.</summary>
    public static Turn End(Turn turn, GivenBack back) => turn.State.InHumanHands is { } hands && hands.StaffId == back.StaffId
        ? Keeping.Keep(Free(turn).Say(Line.BotBack, ("rep", hands.Name)).Through(OwnQuestions.Answer, PersonWanted.Honour))
        : turn.Ignore();

    private static Turn Free(Turn turn) => turn with { State = turn.State with { InHumanHands = null, Puzzled = 0 } };
}
