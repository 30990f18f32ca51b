using ChatLeads.Core.Conversations;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Outbox;

/// <summary>What an alert's row holds: who it is about is looked up when it goes out, so that it is up to date and erased with the lead.</summary>
/// <param name="StaffId">Null for a group of the team.</param>
internal sealed record AlertPayload(ConversationKey To, int? StaffId, AlertReason Reason, int? Lead);

/// <summary>A card that was sent is shown anew, as the lead stands then.</summary>
/// <param name="Alert">The row that sent it.</param>
internal sealed record AlertEditPayload(long Alert);

/// <summary>A lead looks for somebody to take it.</summary>
/// <param name="First">Nobody was asked yet on this account.</param>
internal sealed record OfferPayload(AlertReason Reason, int? Lead, bool First);

/// <summary>Puts alerts into the outbox. Each runs inside a transaction.</summary>
internal static class Alerts
{
    public const string Kind = "alert";
    public const string EditKind = "alert-edit";
    public const string OfferKind = "offer";

    /// <summary>People say what they have to say in several messages; fifteen edits a minute are within every channel's limits.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>Somebody must know: once for each lead (or, without one, conversation) and reason. Who it is, is decided when it is due.</summary>
    /// <returns>Whether it was the first time.</returns>
    public static bool Raise(ChatLeadsDb db, AlertReason reason, ConversationKey conversation, int? lead, DateTimeOffset now)
    {
        var about = lead is null ? conversation.ToString() : $"lead-{lead}";
        var key = $"{OfferKind}:{reason}:{about}";
        if (db.Outbox.Local.Any(row => row.DedupeKey == key) || db.Outbox.Any(row => row.DedupeKey == key))
            return false;
        Offer(db, new OfferPayload(reason, lead, First: true), about, now, key);
        return true;
    }

    /// <summary>Looks for the next one, unless it is claimed by then.</summary>
    public static void OfferAgain(ChatLeadsDb db, AlertReason reason, int lead, DateTimeOffset due) =>
        Offer(db, new OfferPayload(reason, lead, First: false), $"lead-{lead}", due, null);

    /// <summary>To their desk and the channel that they prefer.</summary>
    /// <param name="occasion">What is being told: a second time with the same does nothing.</param>
    public static void Tell(ChatLeadsDb db, StaffRow person, AlertReason reason, int? lead, string occasion, DateTimeOffset now)
    {
        foreach (var to in Targets.Of(db, person))
            Add(db, new AlertPayload(to, person.Id, reason, lead), occasion, now);
    }

    public static void TellGroups(ChatLeadsDb db, AlertReason reason, int lead, string occasion, DateTimeOffset now)
    {
        foreach (var group in db.StaffGroups.Where(row => row.GoneAt == null).ToList())
            Add(db, new AlertPayload(new ConversationKey(group.Channel, group.Conversation), null, reason, lead), occasion, now);
    }

    /// <summary>Every card about the lead is brought up to date; one that is on its way, after it has arrived.</summary>
    public static void Refresh(ChatLeadsDb db, int lead, DateTimeOffset now)
    {
        foreach (var card in Cards(db, lead))
            db.Outbox.Add(Edit(card, now));
    }

    /// <summary>The same, a few seconds later: what more is said until then goes into the same edit.</summary>
    public static void RefreshSoon(ChatLeadsDb db, int lead, DateTimeOffset now)
    {
        // One that is nearly due may be under way already, with the lead as it was.
        var pending = db.Outbox.Where(row => row.LeadNumber == lead && row.Kind == EditKind && row.SentAt == null && row.DeadAt == null && row.DueAt > now + Settling / 5)
            .Select(row => row.PayloadJson).ToHashSet();
        foreach (var edit in Cards(db, lead).Select(card => Edit(card, now + Settling)))
            if (!pending.Contains(edit.PayloadJson))
                db.Outbox.Add(edit);
    }

    private static List<OutboxRow> Cards(ChatLeadsDb db, int lead) =>
        db.Outbox.Where(row => row.LeadNumber == lead && row.Kind == Kind && row.DeadAt == null && (row.SentAt == null || row.ExternalId != null)).ToList();

    private static OutboxRow Edit(OutboxRow card, DateTimeOffset due) => new()
    {
        Recipient = card.Recipient,
        Kind = EditKind,
        PayloadJson = StoredJson.Write(new AlertEditPayload(card.Id)),
        LeadNumber = card.LeadNumber,
        DueAt = due,
    };

    /// <summary>It has another owner now. One that is nobody's again looks for somebody again.</summary>
    public static void OwnerChanged(ChatLeadsDb db, LeadRow lead, DateTimeOffset now)
    {
        Refresh(db, lead.Number, now);
        if (lead is { OwnerId: null, HotAt: not null }
            && !db.Outbox.Any(row => row.LeadNumber == lead.Number && row.Kind == OfferKind && row.SentAt == null && row.DeadAt == null))
            OfferAgain(db, AlertReason.Hot, lead.Number, now);
    }

    /// <summary>Who was asked cannot take it: the next one is asked now. What waits for somebody to come on duty goes on waiting.</summary>
    public static void PassOn(ChatLeadsDb db, int lead, int from, DateTimeOffset now)
    {
        if (db.Offers.Where(row => row.LeadNumber == lead).OrderByDescending(row => row.Id).FirstOrDefault() is not { IsFallback: false } last || last.StaffId != from)
            return;
        foreach (var row in db.Outbox.Where(row => row.LeadNumber == lead && row.Kind == OfferKind && row.SentAt == null && row.DeadAt == null && row.DueAt > now).ToList())
            row.DueAt = now;
    }

    private static void Offer(ChatLeadsDb db, OfferPayload offer, string about, DateTimeOffset due, string? key) => db.Outbox.Add(new OutboxRow
    {
        Recipient = $"{OfferKind}/{about}",
        Kind = OfferKind,
        PayloadJson = StoredJson.Write(offer),
        DedupeKey = key,
        LeadNumber = offer.Lead,
        DueAt = due,
    });

    private static void Add(ChatLeadsDb db, AlertPayload alert, string occasion, DateTimeOffset now)
    {
        var key = $"{Kind}:{occasion}:{alert.To}";
        if (db.Outbox.Local.Any(row => row.DedupeKey == key) || db.Outbox.Any(row => row.DedupeKey == key))
            return;
        db.Outbox.Add(new OutboxRow
        {
            Recipient = alert.To.ToString(),
            Kind = Kind,
            PayloadJson = StoredJson.Write(alert),
            DedupeKey = key,
            LeadNumber = alert.Lead,
            DueAt = now,
        });
    }
}
