using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Team;

/// <summary>Where somebody is told of their own leads: always at the desk, and on one channel besides.</summary>
internal static class Targets
{
    public static IEnumerable<ConversationKey> Of(ChatLeadsDb db, StaffRow person)
    {
        yield return WebChatIdentity.ForStaff(person.Id).Conversation;
        if (Preferred(db, person) is { } chat)
            yield return chat;
    }

    /// <summary>Null at the desk alone.</summary>
    public static ConversationKey? Preferred(ChatLeadsDb db, StaffRow person)
    {
        if (person.PreferredChannel == WebChatIdentity.DeskChannel)
            return null;
        var accounts = db.StaffAccounts.Where(row => row.StaffId == person.Id && row.GoneAt == null).OrderByDescending(row => row.JoinedAt).ToList();
        return (accounts.Find(account => account.Channel == person.PreferredChannel) ?? accounts.FirstOrDefault()) is { } account
            ? new ConversationKey(account.Channel, account.Conversation)
            : null;
    }
}
