using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host.Turns;

/// <summary>What follows from an update: reading and deciding, with no trace outside its result.</summary>
internal delegate Decision Decider(ConversationState state, Inbound inbound, string messageId, DateTimeOffset now);

/// <summary>A prospect's turn: decide, then record.</summary>
internal sealed class ProspectTurns(Decider decide, TurnRecorder recorder)
{
    public Task<Committed> Take(Turn turn) =>
        recorder.RecordProspect(turn, decide(WithHints(turn), WithUnanswered(turn), turn.MessageId, turn.At));

    /// <summary>Reads with the dialogs in use, and lets the engine decide.</summary>
    public static Decider With(CurrentDialogs dialogs) => (state, inbound, messageId, now) =>
    {
        var (playbook, reader) = dialogs.Now;
        var firm = playbook.Firm;
        if (!firm.Languages.Contains(state.Language))
            state = state with { Language = null };
        var text = inbound.Content switch { TextSent sent => sent.Text, GivenBack back => back.Unanswered, _ => null };
        var reading = text is not null
            ? reader.Read(new ReadRequest(text, state.Asking, firm.Office.Local(now), firm.Region, firm.Currency, state.Language))
            : Reading.Nothing;
        return Conversation.Decide(playbook, state, new Said(messageId, inbound.Content, reading, inbound.Conversation.Channel), now);
    };

    /// <summary>The bot that comes back answers what the person who had the conversation did not.</summary>
    private static Inbound WithUnanswered(Turn turn)
    {
        if (turn.Inbound.Content is not GivenBack back)
            return turn.Inbound;
        var unanswered = turn.Conversation.Transcript().Reverse().TakeWhile(entry => entry.Speaker == Speaker.Prospect).Reverse().Select(entry => entry.Reply.Text);
        var text = string.Join('\n', unanswered);
        return text.Length == 0 ? turn.Inbound : turn.Inbound with { Content = back with { Unanswered = text } };
    }

    /// <summary>What the channel knows besides the words: where the person came from and their client's language.</summary>
    private static ConversationState WithHints(Turn turn)
    {
        var state = turn.Conversation.State;
        return state with
        {
            Visit = state.Visit ?? turn.Inbound.Visit,
            Language = state.Language ?? turn.Inbound.Locale?.Split('-', '_')[0].ToLowerInvariant(),
        };
    }
}
