using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Outbox;

/// <summary>Looks in on kept conversations: a person who fell silent is scored as they stand.</summary>
internal sealed class IdleChecks(ChatLeadsOptions options)
{
    private TimeSpan Idle => TimeSpan.FromMinutes(options.IdleMinutes ?? 10);

    public OutboxRow For(Turn turn) => new()
    {
        Recipient = turn.Inbound.Conversation.ToString(),
        Kind = ConversationStore.IdleCheck,
        PayloadJson = StoredJson.Write(turn.Inbound.Conversation),
        DueAt = turn.At + Idle,
    };
}
