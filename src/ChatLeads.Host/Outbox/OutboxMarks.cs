using ChatLeads.Storage;

namespace ChatLeads.Host.Outbox;

/// <summary>Notes on a row how an attempt at it ended.</summary>
internal static class OutboxMarks
{
    public static void Mark(ChatLeadsDb db, long id, OutboxOutcome outcome, DateTimeOffset now)
    {
        if (db.Outbox.Find(id) is not { } row)
            return; // Erased meanwhile.
        switch (outcome)
        {
            case OutboxOutcome.Sent sent:
                (row.SentAt, row.ExternalId, row.Error) = (now, sent.ExternalId, null);
                break;
            case OutboxOutcome.Later later:
                row.DueAt = later.Due;
                break;
            case OutboxOutcome.Failed failed:
                (row.Attempts, row.Error) = (row.Attempts + 1, failed.Reason);
                if (RetryPolicy.Delay(row.Attempts, id, failed.After) is { } delay)
                    row.RetryAt = now + delay;
                else
                    row.DeadAt = now;
                break;
            case OutboxOutcome.Broken broken:
                (row.Attempts, row.Error) = (row.Attempts + 1, broken.Reason);
                if (row.Attempts < RetryPolicy.MostBroken)
                    row.DueAt = now + RetryPolicy.Delay(row.Attempts, id, null)!.Value; // Its place in the order is lost.
                else
                    row.DeadAt = now;
                break;
            case OutboxOutcome.Hopeless hopeless:
                (row.DeadAt, row.Error) = (now, hopeless.Reason);
                break;
        }
        if (row.DeadAt is not null)
            UndeliveredHandler.Raise(db, row, now);
    }
}
