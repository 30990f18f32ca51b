using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

[Phrases("desk/undelivered.yaml")]
internal enum UndeliveredText
{
    One,
    [Values("count")] Several,
    [Values("time", "to", "why")] Line,
    [Values("time", "to", "lead", "why")] LineAbout,
    [Values("lead")] Prospect,
    [Values("count")] Older,
    Nothing,
}

/// <summary>What a notice's row holds: dead letters of that hour and of those before which were not told.</summary>
internal sealed record UndeliveredPayload(int StaffId, DateTimeOffset Since);

/// <summary>Tells managers at their desks what was given up: at once, and then at most once an hour.</summary>
internal sealed class UndeliveredHandler(
    IDbContextFactory<ChatLeadsDb> databases, CurrentDialogs dialogs, StaffDirectory people, PushChannels channels, TimeProvider clock) : IOutboxHandler
{
    public const string UndeliveredKind = "undelivered";
    private const int MostLines = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public string Kind => UndeliveredKind;

    /// <summary>For a row that has just been given up, inside a transaction.</summary>
    public static void Raise(ChatLeadsDb db, OutboxRow dead, DateTimeOffset now)
    {
        if (dead.Kind == UndeliveredKind)
            return;
        foreach (var id in db.Staff.Where(row => row.LeftAt == null && row.Role == Role.Manager).Select(row => row.Id).ToList())
        {
            var recipient = WebChatIdentity.ForStaff(id).Conversation.ToString();
            var notices = db.Outbox.Where(row => row.Recipient == recipient && row.Kind == UndeliveredKind);
            if (db.Outbox.Local.Any(row => row.Recipient == recipient && row.Kind == UndeliveredKind && row.SentAt == null) || notices.Any(row => row.SentAt == null && row.DueAt > now))
                continue; // It will be told then.
            var last = notices.Max(row => (DateTimeOffset?)row.DueAt);
            db.Outbox.Add(new OutboxRow
            {
                Recipient = recipient,
                Kind = UndeliveredKind,
                PayloadJson = StoredJson.Write(new UndeliveredPayload(id, last ?? DateTimeOffset.MinValue)),
                DueAt = last is { } before && before + Pause > now ? before + Pause : now,
            });
        }
    }

    public async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation)
    {
        var (staffId, since) = StoredJson.Read<UndeliveredPayload>(row.PayloadJson);
        if (await people.Find(staffId, cancellation) is not { } person)
            return new OutboxOutcome.Hopeless("no longer staff");
        if (channels.Find(WebChatIdentity.DeskChannel) is not { } desk)
            return new OutboxOutcome.Failed("the desk is off", null);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var dead = db.Outbox.AsNoTracking().Where(other => other.DeadAt >= since && other.Kind != Kind);
        var count = await dead.CountAsync(cancellation);
        if (count == 0)
            return new OutboxOutcome.Sent(null); // Erased meanwhile.
        var turn = new DeskTurn(db, person, dialogs.Now, people, clock.GetUtcNow());
        return OutboxOutcome.Of(await desk.Send(WebChatIdentity.ForStaff(staffId).Conversation, Notice(turn, dead, count), $"outbox-{row.Id}", cancellation));
    }

    private static Reply Notice(DeskTurn desk, IQueryable<OutboxRow> dead, int count)
    {
        var latest = dead.OrderByDescending(row => row.DeadAt).ThenByDescending(row => row.Id).Take(MostLines).ToList();
        List<string> lines = [count == 1 ? desk.Words(UndeliveredText.One) : desk.Words(UndeliveredText.Several, ("count", $"{count}")), .. latest.Select(row => DeadLetters.Line(desk, row))];
        if (count > latest.Count)
            lines.Add(desk.Words(UndeliveredText.Older, ("count", $"{count - latest.Count}")));
        return new Reply(string.Join('\n', lines), desk.Language) { Leads = [.. latest.Select(row => row.LeadNumber).OfType<int>().Distinct()] };
    }
}
