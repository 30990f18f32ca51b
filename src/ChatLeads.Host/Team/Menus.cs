using ChatLeads.Core.Conversations;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Team;

/// <summary>Gives each chat the menu of whoever is there: staff by their role, everybody else the prospects'.</summary>
internal sealed class Menus(IDbContextFactory<ChatLeadsDb> databases, StaffDirectory people, PushChannels channels) : IOutboxHandler
{
    private const string MenuKind = "menu";

    public string Kind => MenuKind;

    /// <summary>Who that is has changed, or will have with this transaction.</summary>
    public static void Refresh(ChatLeadsDb db, ConversationKey chat, DateTimeOffset now) => db.Outbox.Add(new OutboxRow
    {
        Recipient = $"{MenuKind}/{chat}", // Alerts do not wait for it.
        Kind = MenuKind,
        PayloadJson = StoredJson.Write(chat),
        DueAt = now,
    });

    /// <summary>All chats of that person.</summary>
    public static void Refresh(ChatLeadsDb db, StaffRow person, DateTimeOffset now)
    {
        foreach (var account in db.StaffAccounts.Where(row => row.StaffId == person.Id).ToList())
            Refresh(db, new ConversationKey(account.Channel, account.Conversation), now);
    }

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var chat = StoredJson.Read<ConversationKey>(row.PayloadJson);
        if (channels.Find(chat.Channel) is not { } channel)
            return new OutboxOutcome.Sent(null); // Nobody sees a menu there.
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var account = await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(row => row.Channel == chat.Channel && row.Conversation == chat.Id, cancellation);
        var person = account is null ? null : await people.Find(account.StaffId, cancellation);
        return OutboxOutcome.Of(await channel.Menu(chat, person, cancellation));
    }
}
