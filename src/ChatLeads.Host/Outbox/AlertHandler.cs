using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>Sends an alert, and notes when the first about a lead had arrived. Where nobody is reached any more, the next one is asked at once.</summary>
internal sealed class AlertHandler(AlertCards cards, PushChannels channels, Reachability reachability, DbWriter writer, TimeProvider clock) : ILateHandler
{
    public string Kind => Alerts.Kind;

    public IReadOnlyList<string> Overtakes { get; } = [Alerts.EditKind];

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var alert = StoredJson.Read<AlertPayload>(row.PayloadJson);
        if (channels.Find(alert.To.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {alert.To.Channel} is off", null);
        var (state, reply) = await cards.New(alert, cancellation);
        if (reply is null)
            return state == AlertState.Erased ? new OutboxOutcome.Sent(null) : new OutboxOutcome.Hopeless("no longer staff");
        var delivery = await reachability.IsLost(alert.To, cancellation)
            ? new Delivery.Gone("nobody is there any more")
            : await channel.Send(alert.To, reply, $"outbox-{row.Id}", cancellation);
        await Note([alert], alert.To, delivery);
        return OutboxOutcome.Of(delivery);
    }

    /// <summary>A list, in which each lead is as it stands now: most have gone on to somebody else.</summary>
    public async Task<OutboxOutcome> HandleTogether(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        var alerts = rows.Select(row => StoredJson.Read<AlertPayload>(row.PayloadJson)).ToList();
        var to = alerts[0].To;
        if (channels.Find(to.Channel) is not { } channel || await cards.Together(alerts, cancellation) is not { } list || await reachability.IsLost(to, cancellation))
            return new OutboxOutcome.Hopeless("one by one");
        var delivery = await channel.Send(to, list, $"outbox-{rows[0].Id}-{rows.Count}", cancellation);
        await Note(delivery is Delivery.Gone ? [] : alerts, to, delivery); // When they are gone, each lead looks for somebody else.
        return delivery is Delivery.Sent ? new OutboxOutcome.Sent(null) : OutboxOutcome.Of(delivery); // A list is no card that changes.
    }

    private async Task Note(List<AlertPayload> alerts, ConversationKey to, Delivery delivery)
    {
        var (now, leads) = (clock.GetUtcNow(), alerts.Select(alert => alert.Lead).OfType<int>().ToList());
        if (delivery is Delivery.Sent && leads.Count > 0)
            await writer.Write(db =>
            {
                db.Leads.Where(row => leads.Contains(row.Number) && row.AlertedAt == null).ExecuteUpdate(set => set.SetProperty(row => row.AlertedAt, now));
            });
        if (delivery is not Delivery.Gone)
            return;
        await reachability.Lost(to);
        foreach (var alert in alerts)
            if (alert is { Lead: { } lead, StaffId: { } staff })
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
