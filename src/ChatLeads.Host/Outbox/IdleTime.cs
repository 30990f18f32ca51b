using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Outbox;

/// <summary>Looks in on kept conversations: a person who fell silent is scored as they stand.</summary>
internal sealed class IdleTime(ChatLeadsOptions options, CurrentDialogs dialogs)
{
    public TimeSpan Limit => options.IdleMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : dialogs.Now.Playbook.Firm.Idle;

    public OutboxRow Check(Turn turn) => new()
    {
        Recipient = turn.Inbound.Conversation.ToString(),
        Kind = ConversationStore.IdleCheck,
        PayloadJson = StoredJson.Write(turn.Inbound.Conversation),
        DueAt = turn.At + Limit,
    };
}

/// <summary>Takes an idle check: too early and it looks again later, otherwise silence is a turn like any other.</summary>
internal sealed class IdleHandler(LiveConversations conversations, IdleTime idle, ITurns turns, TimeProvider clock) : IOutboxHandler
{
    public string Kind => ConversationStore.IdleCheck;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var key = StoredJson.Read<ConversationKey>(row.PayloadJson);
        if (await conversations.Find(key, cancellation) is not { RowId: not null } conversation)
            return new OutboxOutcome.Sent(null);
        var due = conversation.LastActivity + idle.Limit;
        if (clock.GetUtcNow() < due)
            return new OutboxOutcome.Later(due);
        await turns.Take(new Inbound(key, $"idle-{row.Id}", key.Id, new FellSilent()), cancellation);
        return new OutboxOutcome.Sent(null);
    }
}
