using ChatLeads.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.Sending;

/// <summary>
/// Says what may not be stored (law 2): the replies to an unconsented person go from memory, in order, with a few attempts.
/// Their conversation dies with the program anyway, so no outbox is needed.
/// </summary>
internal sealed class DirectReplies(IPushChannel channel, TimeProvider time, ILogger<DirectReplies> log)
{
    private const int Attempts = 6;
    private readonly ChatLanes lanes = new();

    /// <summary>Completes when all is said or given up; never throws but for the program's stop.</summary>
    public Task<bool> Say(ConversationKey to, IReadOnlyList<TranscriptEntry> replies, CancellationToken cancellation) =>
        lanes.Run(to.Id, async () =>
        {
            foreach (var entry in replies)
                if (!await Say(to, entry.Reply, cancellation))
                    return false;
            return true;
        });

    private async Task<bool> Say(ConversationKey to, Reply reply, CancellationToken cancellation)
    {
        var key = Guid.NewGuid().ToString("N");
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            switch (await channel.Send(to, reply, key, cancellation))
            {
                case Delivery.Sent:
                    return true;
                case Delivery.Gone:
                    return false;
                case Delivery.Rejected rejected:
                    log.LogError("{Channel} rejected a reply: {Reason}", channel.Name, rejected.Reason);
                    return true;
                case Delivery.Retry retry:
                    await Task.Delay(retry.After ?? Backoff.Delay(attempt, Random.Shared.NextDouble()), time, cancellation);
                    break;
            }
        }
        log.LogWarning("A reply was not sent to {Channel} after {Attempts} attempts.", channel.Name, Attempts);
        return false;
    }
}
