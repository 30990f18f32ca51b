using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Takeover;

/// <summary>Gives a conversation back to the bot when the person who has it says nothing for a while.</summary>
internal sealed class HandsIdle(LiveConversations conversations, ITurns turns, ChatLeadsOptions options, TimeProvider clock) : IOutboxHandler
{
    public const string IdleKind = "hands-idle";

    private readonly TimeSpan limit = TimeSpan.FromMinutes(options.TakeoverMinutes);

    public string Kind => IdleKind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var (key, staffId) = StoredJson.Read<HandsIdlePayload>(row.PayloadJson);
        if (await conversations.Find(key, cancellation) is not { RowId: not null, State.InHumanHands: { } hands } || hands.StaffId != staffId)
            return new OutboxOutcome.Sent(null);
        var due = hands.LastWordAt + limit;
        if (clock.GetUtcNow() < due)
            return new OutboxOutcome.Later(due);
        await turns.Take(new Inbound(key, HandsPayload.UpdateId(row.Id), $"staff-{staffId}", new GivenBack(staffId)), cancellation);
        return new OutboxOutcome.Sent(null);
    }
}

internal sealed record HandsIdlePayload(ConversationKey Conversation, int StaffId);
