using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ChatLeads.Host.Desk;

/// <summary>Tables that may be fetched: by whom, until when, and of which leads. In memory: after a restart one asks again.</summary>
internal sealed class ExportTickets
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Ticket> open = new();

    public string Issue(int staffId, IReadOnlyList<int> leads, DateTimeOffset now)
    {
        foreach (var (old, ticket) in open)
            if (ticket.Expires <= now)
                open.TryRemove(old, out _);
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        open[id] = new Ticket(staffId, leads, now + Lifetime);
        return id;
    }

    /// <summary>Null when it is unknown, too old or another person's.</summary>
    public IReadOnlyList<int>? Leads(string id, int staffId, DateTimeOffset now) =>
        open.TryGetValue(id, out var ticket) && ticket.StaffId == staffId && ticket.Expires > now ? ticket.Leads : null;

    private sealed record Ticket(int StaffId, IReadOnlyList<int> Leads, DateTimeOffset Expires);
}
