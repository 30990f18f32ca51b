using ChatLeads.Channels;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Desk.Digests;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>It is time for somebody's digest.</summary>
internal sealed class DigestDueHandler(DbWriter writer, CurrentDialogs dialogs, TimeProvider clock) : IOutboxHandler
{
    public string Kind => Digests.DueKind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var staffId = StoredJson.Read<DigestDuePayload>(row.PayloadJson).StaffId;
        await writer.Write(db => Digests.Send(db, row.Id, staffId, clock.GetUtcNow(), name => dialogs.Now.Playbook.Routing.Person(name).Hours.Zone));
        return new OutboxOutcome.Sent(null);
    }
}

/// <summary>Sends a digest as things stand at this moment.</summary>
internal sealed class DigestSendHandler(
    IDbContextFactory<ChatLeadsDb> databases, DbWriter writer, CurrentDialogs dialogs, StaffDirectory people, PushChannels channels,
    Reachability reachability, ChatLeadsOptions options, TimeProvider clock) : IOutboxHandler
{
    public string Kind => Digests.SendKind;

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var (staffId, to, weekly) = StoredJson.Read<DigestSendPayload>(row.PayloadJson);
        if (await people.Find(staffId, cancellation) is not { } person)
            return new OutboxOutcome.Hopeless("no longer staff");
        if (channels.Find(to.Channel) is not { } channel)
            return new OutboxOutcome.Failed($"the channel {to.Channel} is off", null);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var desk = new DeskTurn(db, person, dialogs.Now, people, clock.GetUtcNow()) { Channel = to.Channel, RepsSeeAll = options.RepsSeeAll };
        var reply = DigestContent.Of(desk, weekly);
        var delivery = await channel.Send(to, reply, $"outbox-{row.Id}", cancellation);
        if (delivery is Delivery.Sent)
            await writer.Write(db => Audit.Note(desk with { Db = db }, new DeskRequest.Digest(null, null, null), reply));
        if (delivery is Delivery.Gone)
            await reachability.Lost(to);
        return OutboxOutcome.Of(delivery);
    }
}
