using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Takeover;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>The channels that we write to of our own accord.</summary>
internal sealed class PushChannels(IEnumerable<IPushChannel> channels)
{
    public const string Message = "message";

    private readonly Dictionary<string, IPushChannel> byName = channels.ToDictionary(channel => channel.Name);

    public IPushChannel? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A prospect's answers as rows, where their channel is one of these.</summary>
    public IReadOnlyList<OutboxRow> Messages(Turn turn, IReadOnlyList<TranscriptEntry> entries)
    {
        var key = turn.Inbound.Conversation;
        return turn.Inbound.AnswersInResponse || !byName.ContainsKey(key.Channel) ? [] :
        [
            .. entries.Where(entry => entry.Speaker != Speaker.Prospect).Select(entry => new OutboxRow
            {
                Recipient = key.ToString(),
                Kind = Message,
                PayloadJson = StoredJson.Write(new MessagePayload(key, entry.Reply)),
                DedupeKey = $"{Message}:{key}:{entry.Id}",
                DueAt = entry.At,
            }),
        ];
    }
}

internal sealed record MessagePayload(ConversationKey To, Reply Reply);

/// <summary>Sends a message as it stands in its row.</summary>
internal sealed class MessageHandler(PushChannels channels, IDbContextFactory<ChatLeadsDb> databases, DbWriter writer, TimeProvider clock) : IOutboxHandler
{
    public string Kind => PushChannels.Message;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var (to, reply) = StoredJson.Read<MessagePayload>(row.PayloadJson);
        if (channels.Find(to.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {to.Channel} is off", null);
        if (await IsLost(to, cancellation))
            return new OutboxOutcome.Hopeless("nobody is there any more");
        var delivery = await channel.Send(to, reply, $"outbox-{row.Id}", cancellation);
        if (delivery is Delivery.Gone)
            await writer.Write(db => ProspectReach.Lost(db, to, clock.GetUtcNow()));
        return OutboxOutcome.Of(delivery);
    }

    private async Task<bool> IsLost(ConversationKey to, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return ProspectReach.IsLost(db, to);
    }
}
