using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Takeover;

/// <summary>Whether a prospect can still be written to: who has blocked the bot is sent nothing more until they write again.</summary>
internal static class ProspectReach
{
    public static bool IsLost(ChatLeadsDb db, ConversationKey to) => Of(db, to).Any(row => row.GoneAt != null);

    /// <summary>Told once: to whoever has the conversation, else to the lead's owner. The cards about the lead say so, too.</summary>
    public static void Lost(ChatLeadsDb db, ConversationKey to, DateTimeOffset now)
    {
        if (Of(db, to).Where(row => row.GoneAt == null).ExecuteUpdate(set => set.SetProperty(row => row.GoneAt, now)) == 0 || Hands.OfConversation(db, to) is not { } held)
            return;
        if (held.StaffId is { } hands)
            RepMail.Tell(db, held, hands, held.From, TakeoverText.Unreachable, now);
        else if (db.Leads.Find(held.Lead)!.OwnerId is { } owner && db.Staff.Find(owner) is { LeftAt: null } person)
            RepMail.Tell(db, held, owner, Targets.Preferred(db, person), TakeoverText.Unreachable, now);
        Alerts.Refresh(db, held.Lead, now);
    }

    /// <summary>They have written again.</summary>
    public static void IsBack(ChatLeadsDb db, int conversation) =>
        db.Conversations.Where(row => row.Id == conversation && row.GoneAt != null).ExecuteUpdate(set => set.SetProperty(row => row.GoneAt, (DateTimeOffset?)null));

    private static IQueryable<ConversationRow> Of(ChatLeadsDb db, ConversationKey key) =>
        db.Conversations.Where(row => row.Channel == key.Channel && row.ExternalId == key.Id);
}
