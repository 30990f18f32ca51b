using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>Shows a lead to a staff member, as it stands when the alert goes out.</summary>
internal sealed class AlertHandler(
    IDbContextFactory<ChatLeadsDb> databases, CurrentDialogs dialogs, StaffDirectory people, PushChannels channels, TimeProvider clock) : IOutboxHandler
{
    public string Kind => Alerts.Kind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var alert = StoredJson.Read<AlertPayload>(row.PayloadJson);
        if (await people.Find(alert.StaffId, cancellation) is not { } person)
            return new OutboxOutcome.Hopeless("no longer staff");
        if (channels.Find(WebChatIdentity.DeskChannel) is not { } desk)
            return new OutboxOutcome.Failed("the desk is off", null);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (Render(new DeskTurn(db, person, dialogs.Now, people, clock.GetUtcNow()), alert) is not { } reply)
            return new OutboxOutcome.Sent(null); // Erased meanwhile.
        return OutboxOutcome.Of(await desk.Send(WebChatIdentity.ForStaff(person.Id).Conversation, reply, $"outbox-{row.Id}", cancellation));
    }

    private static Reply? Render(DeskTurn desk, AlertPayload alert)
    {
        if (alert.Lead is not { } number)
            return desk.Say(DeskAnswer.VisitorWantsPerson);
        if (LeadViews.Load(desk.Db, number) is not { } lead)
            return null;
        var card = desk.Cards.Alert(lead, desk.Language);
        var about = ("lead", lead.TextOf(Core.Leads.Field.Name) ?? $"{number}");
        return alert.Reason switch
        {
            AlertReason.WantsPerson => card with { Text = desk.Words(DeskAnswer.WantsPerson, about) },
            AlertReason.EraseWanted => card with { Text = desk.Words(DeskAnswer.EraseWanted, about) },
            _ => card,
        };
    }
}
