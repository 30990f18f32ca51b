using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Team;

/// <summary>Knows staff by their accounts on the channels, so that whoever has left is a stranger at once.</summary>
internal sealed class StaffChats(IDbContextFactory<ChatLeadsDb> databases, DbWriter writer)
{
    /// <summary>
    /// What a staff member writes anywhere belongs to their desk's conversation: what they see of leads lies in one place, and
    /// none of it in a chat that may become a prospect's again.
    /// </summary>
    public async ValueTask<Inbound> Recognise(Inbound inbound, CancellationToken cancellation)
    {
        var (channel, conversation) = inbound.Conversation;
        if (inbound.Staff is not null || channel is WebChatIdentity.VisitorChannel or WebChatIdentity.DeskChannel)
            return inbound;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await (
            from account in db.StaffAccounts.AsNoTracking()
            join person in db.Staff.AsNoTracking() on account.StaffId equals person.Id
            where account.Channel == channel && account.UserId == inbound.UserId && person.LeftAt == null
            select new { account, person }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return inbound;
        if (!inbound.IsGroup && (found.account.Conversation != conversation || found.account.GoneAt is not null))
            await writer.Write(db => Reach(db.StaffAccounts.Find(found.account.Id), conversation));
        if (Joining.CodeIn(inbound.Content) is not null)
            return inbound with { Staff = found.person.ToStaff() }; // Answered where it was said.
        return inbound with
        {
            Staff = found.person.ToStaff(),
            Conversation = WebChatIdentity.ForStaff(found.person.Id).Conversation,
            MessageId = $"{inbound.Conversation}:{inbound.MessageId}",
            AnswerTo = inbound.Conversation,
        };
    }

    public async Task<bool> IsTeamGroup(ConversationKey conversation)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.StaffGroups.AnyAsync(row => row.Channel == conversation.Channel && row.Conversation == conversation.Id);
    }

    /// <summary>That account is now this person's.</summary>
    public static void Link(ChatLeadsDb db, StaffRow person, Inbound inbound, DateTimeOffset now)
    {
        var channel = inbound.Conversation.Channel;
        var account = db.StaffAccounts.SingleOrDefault(row => row.Channel == channel && row.UserId == inbound.UserId);
        if (account is null)
            db.StaffAccounts.Add(account = new StaffAccountRow { Channel = channel, UserId = inbound.UserId });
        (account.StaffId, account.JoinedAt) = (person.Id, now);
        Reach(account, inbound.Conversation.Id);
        Menus.Refresh(db, inbound.Conversation, now);
    }

    private static void Reach(StaffAccountRow? account, string conversation)
    {
        if (account is not null)
            (account.Conversation, account.GoneAt) = (conversation, null);
    }
}
