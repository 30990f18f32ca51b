using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>What of the outbox is to be done.</summary>
public static class OutboxStore
{
    /// <summary>The first due row of each recipient, unless it waits for a retry: then its recipient's other rows wait, too.</summary>
    public static Task<List<OutboxRow>> Due(ChatLeadsDb db, DateTimeOffset now, int most, CancellationToken cancellation) =>
        db.Outbox.AsNoTracking()
            .Where(row => row.SentAt == null && row.DeadAt == null && row.DueAt <= now && (row.RetryAt == null || row.RetryAt <= now))
            .Where(row => !db.Outbox.Any(before =>
                before.Recipient == row.Recipient && before.SentAt == null && before.DeadAt == null
                && (before.DueAt < row.DueAt || (before.DueAt == row.DueAt && before.Id < row.Id))))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(most)
            .ToListAsync(cancellation);

    /// <summary>
    /// <paramref name="first"/> and what of its kind waits behind it at its recipient, in order, up to the first row of another
    /// kind that is not to be overtaken.
    /// </summary>
    public static async Task<List<OutboxRow>> Alike(
        ChatLeadsDb db, OutboxRow first, IReadOnlyList<string> overtaken, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var waiting = db.Outbox.AsNoTracking()
            .Where(row => row.Recipient == first.Recipient && row.SentAt == null && row.DeadAt == null && row.DueAt <= now)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).AsAsyncEnumerable();
        var alike = new List<OutboxRow>();
        await foreach (var row in waiting.WithCancellation(cancellation))
        {
            if (alike.Count == most || (row.Kind != first.Kind && !overtaken.Contains(row.Kind)))
                break;
            if (row.Kind == first.Kind)
                alike.Add(row);
        }
        return alike;
    }

    /// <summary>When there is something to do next; null when nothing waits.</summary>
    public static Task<DateTimeOffset?> NextDue(ChatLeadsDb db, DateTimeOffset now, CancellationToken cancellation) =>
        db.Outbox.Where(row => row.SentAt == null && row.DeadAt == null && (row.RetryAt ?? row.DueAt) > now)
            .MinAsync(row => (DateTimeOffset?)(row.RetryAt ?? row.DueAt), cancellation);
}
