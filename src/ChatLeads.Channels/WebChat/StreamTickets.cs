using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ChatLeads.Channels.WebChat;

/// <summary>
/// The <c>t=</c> of stream URLs: a browser's WebSocket sends no Authorization header, and URLs end up in logs, so a ticket
/// works once, for 60 seconds.
/// </summary>
internal sealed class StreamTickets(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, Ticket> open = new();
    private long nextSweep;

    public string Issue(WebChatIdentity identity)
    {
        Sweep();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        open[id] = new Ticket(identity, time.GetUtcNow() + Lifetime);
        return id;
    }

    /// <summary>Whose stream that is; null when the ticket is unknown, used, too old, or of another conversation.</summary>
    public WebChatIdentity? Redeem(string conversationId, string ticket) =>
        open.TryRemove(ticket, out var found)
        && found.Expires > time.GetUtcNow()
        && found.Identity.Conversation.Id == conversationId
            ? found.Identity
            : null;

    private void Sweep()
    {
        var (now, due) = (time.GetUtcNow(), Volatile.Read(ref nextSweep));
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref nextSweep, (now + Lifetime).UtcTicks, due) != due)
            return;
        foreach (var (id, ticket) in open)
            if (ticket.Expires <= now)
                open.TryRemove(id, out _);
    }

    private readonly record struct Ticket(WebChatIdentity Identity, DateTimeOffset Expires);
}
