using ChatLeads.Core.Leads;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>Once an hour: erases leads whose time is over, and clears what has served its purpose.</summary>
internal sealed class Housekeeping(
    DbWriter writer, IDbContextFactory<ChatLeadsDb> databases, LiveConversations conversations, SigningKey key, ChatLeadsOptions options, TimeProvider clock) : IOutboxHandler
{
    private const int MostAtOnce = 50;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeepSent = TimeSpan.FromDays(30);

    public string Kind => "housekeeping";

    /// <summary>The one row of its kind, which comes again and again.</summary>
    public void Schedule(ChatLeadsDb db)
    {
        if (!db.Outbox.Any(row => row.Kind == Kind))
            db.Outbox.Add(new OutboxRow { Recipient = Kind, Kind = Kind, DedupeKey = Kind, DueAt = clock.GetUtcNow() });
    }

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await writer.Write(db =>
        {
            db.SignInCodes.Where(code => code.ExpiresAt <= now).ExecuteDelete();
            db.Invitations.Where(invitation => invitation.ExpiresAt <= now).ExecuteDelete();
            db.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDelete();
            db.Outbox.Where(sent => sent.SentAt < now - KeepSent).ExecuteDelete();
        });
        var erased = await EraseOld(now - TimeSpan.FromDays(options.RetentionDays), cancellation);
        return new OutboxOutcome.Later(erased < MostAtOnce ? now + Every : now);
    }

    private async Task<int> EraseOld(DateTimeOffset limit, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var old = await db.Leads.Where(lead => lead.Stage != Stage.Customer && lead.LastActivityAt < limit)
            .OrderBy(lead => lead.LastActivityAt).Take(MostAtOnce).Select(lead => lead.Number).ToListAsync(cancellation);
        foreach (var number in old)
        {
            await writer.Write(db => Erasure.Erase(db, null, number, key.Bytes));
            await conversations.ForgetLead(number);
        }
        return old.Count + await EraseUnreachable(db, limit, cancellation);
    }

    /// <summary>Conversations whose consent was followed by no contact point: personal, though no lead's.</summary>
    private async Task<int> EraseUnreachable(ChatLeadsDb db, DateTimeOffset limit, CancellationToken cancellation)
    {
        var old = await db.Conversations.Where(row => row.LeadNumber == null && row.StaffId == null && row.LastActivityAt < limit)
            .OrderBy(row => row.LastActivityAt).Take(MostAtOnce).Select(row => row.Id).ToListAsync(cancellation);
        foreach (var id in old)
            await writer.Write(db => Erasure.Erase(db, id, null, key.Bytes));
        if (old.Count > 0)
            await conversations.ForgetLead(null);
        return old.Count;
    }
}
