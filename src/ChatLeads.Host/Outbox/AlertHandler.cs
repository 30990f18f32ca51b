using ChatLeads.Channels;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>Sends an alert, and notes when the first about a lead had arrived. Where nobody is reached any more, the next one is asked at once.</summary>
internal sealed class AlertHandler(AlertCards cards, PushChannels channels, Reachability reachability, DbWriter writer, TimeProvider clock) : IOutboxHandler
{
    public string Kind => Alerts.Kind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var alert = StoredJson.Read<AlertPayload>(row.PayloadJson);
        if (channels.Find(alert.To.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {alert.To.Channel} is off", null);
        var (state, reply) = await cards.New(alert, cancellation);
        if (reply is null)
            return state == AlertState.Erased ? new OutboxOutcome.Sent(null) : new OutboxOutcome.Hopeless("no longer staff");
        var delivery = await channel.Send(alert.To, reply, $"outbox-{row.Id}", cancellation);
        if (alert.Lead is { } lead)
            await Note(alert, lead, delivery);
        if (delivery is Delivery.Gone)
            await reachability.Lost(alert.To);
        return OutboxOutcome.Of(delivery);
    }

    private async Task Note(AlertPayload alert, int lead, Delivery delivery)
    {
        var now = clock.GetUtcNow();
        if (delivery is Delivery.Sent)
            await writer.Write(db =>
            {
                db.Leads.Where(row => row.Number == lead && row.AlertedAt == null).ExecuteUpdate(set => set.SetProperty(row => row.AlertedAt, now));
            });
        else if (delivery is Delivery.Gone && alert.StaffId is { } staff)
            await writer.Write(db => Alerts.PassOn(db, lead, staff, now));
    }
}

/// <summary>Brings a card up to date that was sent.</summary>
internal sealed class AlertEditHandler(
    IDbContextFactory<ChatLeadsDb> databases, AlertCards cards, PushChannels channels) : IOutboxHandler
{
    public string Kind => Alerts.EditKind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Outbox.FindAsync([StoredJson.Read<AlertEditPayload>(row.PayloadJson).Alert], cancellation) is not { ExternalId: { } sent } card)
            return new OutboxOutcome.Sent(null);
        var alert = StoredJson.Read<AlertPayload>(card.PayloadJson);
        if (channels.Find(alert.To.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {alert.To.Channel} is off", null);
        if ((await cards.Changed(alert, cancellation)).Reply is not { } reply)
            return new OutboxOutcome.Sent(null);
        // The card itself tells it, where it can change.
        var shown = channel is Turns.DeskChannel ? reply : reply with { Text = "" };
        return OutboxOutcome.Of(await channel.Edit(alert.To, sent, shown, cancellation));
    }
}
