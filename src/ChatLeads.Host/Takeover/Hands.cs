using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Takeover;

/// <summary>A prospect's conversation, and who has it.</summary>
/// <param name="From">The chat on a push channel that its staff member writes from; null at the web desk.</param>
/// <param name="IsGone">The prospect cannot be written to there any more, see <see cref="ProspectReach"/>.</param>
internal sealed record Held(int Id, ConversationKey Key, int Lead, int? StaffId, ConversationKey? From, bool IsGone);

/// <summary>
/// Who has which conversation, as the database says it: inside the one writer, so that of two who take it one gets it. What
/// follows for the prospect goes through the outbox, as a turn of their conversation.
/// </summary>
internal static class Hands
{
    public static Held? Of(ChatLeadsDb db, int staffId) => Read(db.Conversations.Where(row => row.TakenBy == staffId));

    /// <summary>The one in which the lead was heard last.</summary>
    public static Held? OfLead(ChatLeadsDb db, int lead) => Read(
        db.Conversations.Where(row => row.LeadNumber == lead && row.StaffId == null).OrderByDescending(row => row.LastActivityAt));

    public static Held? OfConversation(ChatLeadsDb db, int id) => Read(db.Conversations.Where(row => row.Id == id));

    public static Held? OfConversation(ChatLeadsDb db, ConversationKey key) =>
        Read(db.Conversations.Where(row => row.Channel == key.Channel && row.ExternalId == key.Id));

    public static void Take(ChatLeadsDb db, Held held, Core.Desk.Staff person, ConversationKey? from, DateTimeOffset now)
    {
        var writesFrom = from is { } key ? StoredJson.Write(key) : null;
        db.Conversations.Where(row => row.Id == held.Id).ExecuteUpdate(set => set
            .SetProperty(row => row.TakenBy, person.Id)
            .SetProperty(row => row.TakenFrom, writesFrom));
        var seen = db.Messages.Where(message => message.ConversationId == held.Id).Max(message => (long?)message.Sequence) ?? 0;
        Act(db, held, new HandsPayload(held.Key, HandsAct.Take, person.Id, person.Name) { Seen = seen }, now);
    }

    /// <summary>Words for the prospect.</summary>
    public static void Say(ChatLeadsDb db, Held held, Core.Desk.Staff person, string text, ConversationKey? from, DateTimeOffset now)
    {
        if (from != held.From)
            MoveTo(db, held, from);
        Act(db, held, new HandsPayload(held.Key, HandsAct.Say, person.Id, person.Name) { Text = text }, now);
    }

    public static void GiveBack(ChatLeadsDb db, Held held, DateTimeOffset now)
    {
        Free(db, held.Id, held.StaffId!.Value);
        Act(db, held, new HandsPayload(held.Key, HandsAct.GiveBack, held.StaffId.Value, ""), now);
    }

    /// <summary>Whoever leaves the team has nobody's conversation any more.</summary>
    public static void GiveBackOf(ChatLeadsDb db, int staffId, DateTimeOffset now)
    {
        if (Of(db, staffId) is { } held)
            GiveBack(db, held, now);
    }

    /// <summary>Somebody has just taken it, which is not yet carried out: it is theirs.</summary>
    public static bool AreComing(ChatLeadsDb db, Held held)
    {
        var (recipient, take) = (held.Key.ToString(), $"\"{HandsAct.Take}\"");
        var waiting = db.Outbox
            .Where(row => row.Recipient == recipient && row.Kind == HandsPayload.Kind && row.SentAt == null && row.DeadAt == null && row.PayloadJson.Contains(take))
            .Select(row => row.Id).AsEnumerable().Select(HandsPayload.UpdateId).ToList();
        // What was carried out is marked a moment later.
        return waiting.Count > db.ProcessedUpdates.Count(row => row.ConversationId == held.Id && waiting.Contains(row.UpdateId));
    }

    /// <returns>Whether they had it.</returns>
    public static bool Free(ChatLeadsDb db, int conversation, int staffId) =>
        db.Conversations.Where(row => row.Id == conversation && row.TakenBy == staffId)
            .ExecuteUpdate(set => set.SetProperty(row => row.TakenBy, (int?)null)) > 0;

    private static void MoveTo(ChatLeadsDb db, Held held, ConversationKey? from)
    {
        var writesFrom = from is { } key ? StoredJson.Write(key) : null;
        db.Conversations.Where(row => row.Id == held.Id).ExecuteUpdate(set => set.SetProperty(row => row.TakenFrom, writesFrom));
    }

    private static void Act(ChatLeadsDb db, Held held, HandsPayload act, DateTimeOffset now) => db.Outbox.Add(new OutboxRow
    {
        Recipient = held.Key.ToString(),
        Kind = HandsPayload.Kind,
        PayloadJson = StoredJson.Write(act),
        LeadNumber = held.Lead,
        DueAt = now,
    });

    /// <summary>Never from the change tracker: a turn of the same transaction may hold the row as it was.</summary>
    private static Held? Read(IQueryable<ConversationRow> rows) =>
        rows.Where(row => row.LeadNumber != null)
            .Select(row => new { row.Id, row.Channel, row.ExternalId, row.LeadNumber, row.TakenBy, row.TakenFrom, row.GoneAt })
            .FirstOrDefault() is { } row
            ? new Held(row.Id, new ConversationKey(row.Channel, row.ExternalId), row.LeadNumber!.Value, row.TakenBy,
                row.TakenFrom is null ? null : StoredJson.Read<ConversationKey>(row.TakenFrom), row.GoneAt is not null)
            : null;
}
