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
        recorder.RecordProspect(turn, decide(WithHints(turn), turn.Inbound, turn.MessageId, turn.At));

    /// <summary>Reads with the dialogs in use, and lets the engine decide.</summary>
    public static Decider With(CurrentDialogs dialogs) => (state, inbound, messageId, now) =>
    {
        var (playbook, reader) = dialogs.Now;
        var firm = playbook.Firm;
        if (!firm.Languages.Contains(state.Language))
            state = state with { Language = null };
        var reading = inbound.Content is TextSent sent
            ? reader.Read(new ReadRequest(sent.Text, state.Asking, firm.Office.Local(now), firm.Region, firm.Currency, state.Language))
            : Reading.Nothing;
        return Conversation.Decide(playbook, state, new Said(messageId, inbound.Content, reading, inbound.Conversation.Channel), now);
    };

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
