using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Team;

/// <summary>The answer to a staff member who wrote from a channel. What it says stands in the desk's transcript alone, and is erased there.</summary>
internal sealed record StaffReplyPayload(ConversationKey To, ConversationKey Desk, long Sequence)
{
    public const string Kind = "staff-reply";

    public static IEnumerable<OutboxRow> Rows(Turn turn, IReadOnlyList<TranscriptEntry> entries) =>
        turn.Inbound.AnswerTo is not { } to ? [] :
            entries.Where(entry => entry.Speaker == Speaker.Bot && !turn.Inbound.AnswersInPlace(entry.Reply)).Select(entry => new OutboxRow
            {
                Recipient = to.ToString(),
                Kind = Kind,
                PayloadJson = StoredJson.Write(new StaffReplyPayload(to, turn.Conversation.Key, entry.Sequence)),
                DedupeKey = $"{Kind}:{turn.Conversation.Key}:{entry.Id}",
                DueAt = turn.At,
            });
}

internal sealed class StaffReplyHandler(PushChannels channels, LiveConversations conversations, Reachability reachability) : IOutboxHandler
{
    public string Kind => StaffReplyPayload.Kind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var (to, desk, sequence) = StoredJson.Read<StaffReplyPayload>(row.PayloadJson);
        if (channels.Find(to.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {to.Channel} is off", null);
        if (await conversations.SinceSettled(desk, sequence - 1, cancellation) is not [var entry, ..] || entry.Sequence != sequence)
            return new OutboxOutcome.Sent(null); // Erased meanwhile.
        var delivery = await channel.Send(to, entry.Reply, $"outbox-{row.Id}", cancellation);
        if (delivery is Delivery.Gone)
            await reachability.Lost(to);
        return OutboxOutcome.Of(delivery);
    }
}
