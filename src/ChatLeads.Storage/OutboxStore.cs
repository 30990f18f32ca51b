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

    /// <summary>When there is something to do next; null when nothing waits.</summary>
    public static Task<DateTimeOffset?> NextDue(ChatLeadsDb db, DateTimeOffset now, CancellationToken cancellation) =>
        db.Outbox.Where(row => row.SentAt == null && row.DeadAt == null && (row.RetryAt ?? row.DueAt) > now)
            .MinAsync(row => (DateTimeOffset?)(row.RetryAt ?? row.DueAt), cancellation);
}
