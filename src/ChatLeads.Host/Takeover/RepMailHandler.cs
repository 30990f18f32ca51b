using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Takeover;

/// <summary>Says it in the staff member's desk conversation, from where it goes on to the chat that they write from.</summary>
internal sealed class RepMailHandler(
    IDbContextFactory<ChatLeadsDb> databases, CurrentDialogs dialogs, StaffDirectory people, Announcements announcements,
    ChatLeadsOptions options, TimeProvider clock) : IOutboxHandler
{
    public string Kind => RepMail.Kind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var mail = StoredJson.Read<RepMailPayload>(row.PayloadJson);
        if (await people.Find(mail.StaffId, cancellation) is not { } person)
            return new OutboxOutcome.Hopeless("no longer staff");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (Reply(new DeskTurn(db, person, dialogs.Now, people, clock.GetUtcNow()), mail) is { } reply)
            await announcements.Say(person, $"outbox-{row.Id}", reply, mail.From, db => mail.Sequence is null || Said(db, mail).Any());
        return new OutboxOutcome.Sent(null);
    }

    /// <summary>Null when it was erased meanwhile.</summary>
    private Reply? Reply(DeskTurn desk, RepMailPayload mail)
    {
        var lead = desk.Db.Leads.AsNoTracking().SingleOrDefault(lead => lead.Number == mail.Lead);
        if (mail.Lead is not null && lead is null)
            return null;
        var name = lead is null ? "" : LeadViews.NameOf(lead);
        IReadOnlyList<int> about = mail.Lead is { } number ? [number] : [];
        if (mail.Text is { } text)
            return new Reply(Words(desk, text, name, mail), desk.Language) { Leads = about };
        var said = Said(desk.Db, mail).AsNoTracking().SingleOrDefault();
        return said is null ? null : new Reply(StoredJson.Read<Reply>(said.ReplyJson).Text, desk.Language)
        {
            SpokenBy = said.Speaker == (int)Speaker.Prospect ? name : desk.Words(TakeoverText.Bot),
            Leads = about,
        };
    }

    private static IQueryable<MessageRow> Said(ChatLeadsDb db, RepMailPayload mail) =>
        db.Messages.Where(row => row.ConversationId == mail.Conversation && row.Sequence == mail.Sequence);

    private string Words(DeskTurn desk, TakeoverText text, string lead, RepMailPayload mail)
    {
        var channel = desk.Db.Conversations.Where(row => row.Id == mail.Conversation).Select(row => row.Channel).SingleOrDefault();
        return desk.Words(text, ("lead", lead), ("person", mail.Person ?? ""), ("minutes", $"{options.TakeoverMinutes}"), ("channel", desk.Cards.Channel(channel ?? "", desk.Language)));
    }
}
