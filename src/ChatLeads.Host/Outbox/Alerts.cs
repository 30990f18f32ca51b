using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Outbox;

/// <summary>What an alert's row holds: who it is about is looked up when it goes out, so that it is up to date and erased with the lead.</summary>
internal sealed record AlertPayload(int StaffId, AlertReason Reason, int? Lead);

/// <summary>Puts alerts into the outbox.</summary>
internal static class Alerts
{
    public const string Kind = "alert";

    /// <summary>One for each staff member, once for each lead (or, without one, conversation) and reason.</summary>
    public static void Add(ChatLeadsDb db, AlertReason reason, ConversationKey conversation, int? lead, DateTimeOffset now)
    {
        foreach (var staffId in db.Staff.Where(row => row.LeftAt == null).Select(row => row.Id).ToList())
        {
            var about = lead is null ? conversation.ToString() : $"lead-{lead}";
            var key = $"{Kind}:{reason}:{about}:{staffId}";
            if (db.Outbox.Local.Any(row => row.DedupeKey == key) || db.Outbox.Any(row => row.DedupeKey == key))
                continue;
            db.Outbox.Add(new OutboxRow
            {
                Recipient = $"desk/{staffId}",
                Kind = Kind,
                PayloadJson = StoredJson.Write(new AlertPayload(staffId, reason, lead)),
                DedupeKey = key,
                LeadNumber = lead,
                DueAt = now,
            });
        }
    }
}
