using ChatLeads.Core.Conversations;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host.Turns;

/// <summary>A prospect's turn: read, decide, record.</summary>
internal sealed class ProspectTurns(CurrentDialogs dialogs, TurnRecorder recorder)
{
    public Task<Committed> Take(Turn turn)
    {
        var (playbook, reader) = dialogs.Now;
        var state = WithHints(turn);
        var reading = turn.Inbound.Content is TextSent sent
            ? reader.Read(new ReadRequest(sent.Text, state.Asking, playbook.Firm.Office.Local(turn.At), playbook.Firm.Region, playbook.Firm.Currency, state.Language))
            : Reading.Nothing;
        var decision = Conversation.Decide(playbook, state, new Said(turn.MessageId, turn.Inbound.Content, reading, turn.Inbound.Conversation.Channel), turn.At);
        return recorder.RecordProspect(turn, decision);
    }

    /// <summary>What the channel knows besides the words: where the person came from and their client's language.</summary>
    private static ConversationState WithHints(Turn turn)
    {
        var state = turn.Conversation.State;
        return state with
        {
            Visit = state.Visit ?? turn.Inbound.Visit,
            Language = state.Language ?? LanguageOf(turn.Inbound.Locale),
        };
    }

    private static string? LanguageOf(string? locale) =>
        locale?.Split('-', '_')[0].ToLowerInvariant() is "es" or "en" ? locale[..2].ToLowerInvariant() : null;
}
