using ChatLeads.Core.Conversations.Steps;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations;

/// <summary>The dialog with a prospect, as a pure function.</summary>
public static class Conversation
{
    /// <summary>What the bot does about one thing that came in.</summary>
    public static Decision Decide(Playbook playbook, ConversationState state, Said said, DateTimeOffset now)
    {
        var turn = Turn.Begin(playbook, state, said, now);
        return Composition.Compose(said.Content switch
        {
            Visited visited => turn with { State = state with { Visit = state.Visit ?? visited.Visit } },
            FellSilent => turn.Through(Keeping.Keep),
            TakenOver taken => Takeover.Begin(turn, taken),
            RepSaid words => Takeover.Speak(turn, words),
            GivenBack back => Takeover.End(turn, back),
            Opened when state.InHumanHands is not null => turn,
            _ when state.InHumanHands is not null => Takeover.Listen(turn),
            Opened => turn.Through(Languages.Keep, Arrival.Open),
            Unreadable => turn.Through(Languages.Settle, Arrival.Count, Arrival.CannotRead, NextQuestion.Choose),
            TextSent or ChoicePressed => Words(turn),
            _ => turn,
        });
    }

    /// <summary>The way of a message, in order; a step that settles the turn skips those after it, but for the last.</summary>
    private static Turn Words(Turn turn) => turn
        .Through(
            Presses.Read,
            Languages.Settle,
            Arrival.Count,
            Requests.Honour,
            NotProspecting.Answer,
            Signals.Note,
            Facts.Merge,
            ConsentAnswer.Take,
            MarketingAnswer.Take,
            Refusals.Note,
            OwnQuestions.Answer,
            PersonWanted.Honour,
            Looking.Welcome,
            Acknowledgements.Say,
            NextQuestion.Choose,
            Questions.Introduce,
            Closing.Close)
        .AlsoWhenSettled(Keeping.Keep);

    private static Turn AlsoWhenSettled(this Turn turn, Func<Turn, Turn> step) => step(turn);
}
