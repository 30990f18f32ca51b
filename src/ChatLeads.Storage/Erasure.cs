using System.Security.Cryptography;
using System.Text;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>Removes a person for good. Of their consents a proof without a person stays: its hash, its version, its time.</summary>
public static class Erasure
{
    /// <summary>Inside a transaction. <see cref="TruncateLog"/> must follow its commit.</summary>
    /// <param name="conversationId">The conversation that asks for it, whether it has become a lead or not.</param>
    /// <param name="hashKey">Keys the hash by which the firm can still find the proof.</param>
    public static void Erase(ChatLeadsDb db, int? conversationId, int? leadNumber, byte[] hashKey)
    {
        var conversations = db.Conversations
            .Where(row => row.Id == conversationId || (leadNumber != null && row.LeadNumber == leadNumber))
            .ToList();
        var ids = conversations.ConvertAll(row => (int?)row.Id);
        ReduceConsents(db, ids, leadNumber, hashKey);
        if (leadNumber is { } number)
        {
            ForgetAtDesk(db, number);
            db.Outbox.Where(row => row.LeadNumber == number).ExecuteDelete();
            LeadStore.Delete(db, number);
        }
        foreach (var conversation in conversations)
        {
            var recipient = $"{conversation.Channel}/{conversation.ExternalId}";
            db.Outbox.Where(row => row.Recipient == recipient).ExecuteDelete();
        }
        db.Conversations.Where(row => ids.Contains(row.Id)).ExecuteDelete();
        conversations.ForEach(row => db.Entry(row).State = EntityState.Detached);
    }

    /// <summary>
    /// Whether the lead's contact data came from this conversation alone. Another one joined by an address, and to know an
    /// address proves nothing: what it said goes, the rest waits until a person has made sure who asks.
    /// </summary>
    public static bool MayEraseLead(ChatLeadsDb db, int conversationId, int leadNumber) =>
        !db.Facts.Any(row => row.LeadNumber == leadNumber && row.ConversationId != conversationId
            && (row.Field == Field.Email.Id || row.Field == Field.Phone.Id));

    /// <summary>Only what this conversation brought: the lead that it had joined stays, without it.</summary>
    public static void EraseConversation(
        ChatLeadsDb db, int conversationId, int leadNumber, byte[] hashKey, Func<IReadOnlyList<Fact>, Score> score)
    {
        db.Facts.Where(row => row.LeadNumber == leadNumber && row.ConversationId == conversationId).ExecuteDelete();
        ForgetMentions(db, leadNumber);
        Erase(db, conversationId, null, hashKey);
        LeadStore.Rescore(db, leadNumber, score);
    }

    /// <summary>The write-ahead log still holds what was deleted until it is emptied.</summary>
    public static void TruncateLog(ChatLeadsDb db)
    {
        if (db.Database.IsSqlite())
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void ReduceConsents(ChatLeadsDb db, List<int?> conversations, int? leadNumber, byte[] hashKey)
    {
        var point = db.ContactPoints.Where(row => row.LeadNumber == leadNumber).OrderBy(row => row.Kind).Select(row => row.Value).FirstOrDefault();
        var subject = point is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(point)));
        db.Consents
            .Where(row => conversations.Contains(row.ConversationId) || (leadNumber != null && row.LeadNumber == leadNumber))
            .ExecuteUpdate(set => set
                .SetProperty(row => row.SubjectHash, subject)
                .SetProperty(row => row.Text, (string?)null)
                .SetProperty(row => row.MessageId, (string?)null)
                .SetProperty(row => row.ConversationId, (int?)null)
                .SetProperty(row => row.LeadNumber, (int?)null));
    }

    /// <summary>
    /// What the desks' conversations tell of the lead. Any of it may hold words of the conversation that is erased: what a rep
    /// was passed on, a transcript, a fact on a sheet. What stays of the lead can be asked for again.
    /// </summary>
    private static void ForgetMentions(ChatLeadsDb db, int number)
    {
        var mention = $",{number},";
        db.Messages.Where(row => row.Mentions != null && row.Mentions.Contains(mention)).ExecuteDelete();
    }

    /// <summary>Alerts, sheets and lists that named the person, and what staff wrote with their name or contact point in it.</summary>
    private static void ForgetAtDesk(ChatLeadsDb db, int number)
    {
        ForgetMentions(db, number);
        var staffIds = db.Conversations.Where(row => row.StaffId != null).Select(row => row.Id);
        var lead = db.Leads.AsNoTracking().SingleOrDefault(row => row.Number == number);
        var words = db.ContactPoints.Where(row => row.LeadNumber == number).Select(row => row.Value).ToList();
        if (lead?.Name is { Length: > 2 } name)
            words.Add(name);
        foreach (var word in words)
            db.Messages.Where(row => staffIds.Contains(row.ConversationId) && row.ReplyJson.Contains(word)).ExecuteDelete();
    }
}
