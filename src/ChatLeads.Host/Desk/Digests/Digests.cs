using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk.Digests;

/// <summary>What the row holds that waits for a digest's time.</summary>
internal sealed record DigestDuePayload(int StaffId);

/// <summary>A digest on its way: what it tells is looked up when it goes out.</summary>
internal sealed record DigestSendPayload(int StaffId, ConversationKey To, bool Weekly);

/// <summary>The digests in the outbox: of each person who wants one, exactly one row waits. Each runs inside a transaction.</summary>
internal static class Digests
{
    public const string DueKind = "digest-due";
    public const string SendKind = "digest";

    /// <summary>Null: they get none.</summary>
    public static DigestSchedule? Of(ChatLeadsDb db, int staffId) => Read(db.Digests.Find(staffId)?.ScheduleJson);

    public static DigestSchedule? Read(string? json) => json is null ? null : StoredJson.Read<DigestSchedule>(json);

    /// <summary>A new time takes the place of the one that was waited for.</summary>
    public static void Plan(ChatLeadsDb db, int staffId, DigestSchedule? schedule, DateTimeOffset now, TimeZoneInfo zone)
    {
        var recipient = Recipient(staffId);
        db.Outbox.Where(row => row.Recipient == recipient && row.SentAt == null && row.DeadAt == null).ExecuteDelete();
        if (schedule is not null)
            AddDue(db, staffId, schedule.Next(now, zone));
    }

    /// <summary>Puts the digest of a row on its way to where the person is reached, and the next one into the outbox.</summary>
    public static void Send(ChatLeadsDb db, long rowId, int staffId, DateTimeOffset now, Func<string, TimeZoneInfo> zone)
    {
        if (db.Outbox.Find(rowId) is not { SentAt: null } || Of(db, staffId) is not { } schedule || db.Staff.Find(staffId) is not { LeftAt: null } person)
            return; // Changed, ended or left meanwhile.
        foreach (var to in Targets.Of(db, person).ToList())
            Add(db, new OutboxRow
            {
                Recipient = to.ToString(),
                Kind = SendKind,
                PayloadJson = StoredJson.Write(new DigestSendPayload(staffId, to, schedule.On is not null)),
                DedupeKey = $"{SendKind}:{rowId}:{to}",
                DueAt = now,
            });
        AddDue(db, staffId, schedule.Next(now, zone(person.Name)));
    }

    private static void AddDue(ChatLeadsDb db, int staffId, DateTimeOffset due) => Add(db, new OutboxRow
    {
        Recipient = Recipient(staffId),
        Kind = DueKind,
        PayloadJson = StoredJson.Write(new DigestDuePayload(staffId)),
        DedupeKey = $"{DueKind}:{staffId}:{due.ToUnixTimeMilliseconds()}",
        DueAt = due,
    });

    /// <summary>Once, though it may be done again after a crash.</summary>
    private static void Add(ChatLeadsDb db, OutboxRow row)
    {
        if (!db.Outbox.Any(known => known.DedupeKey == row.DedupeKey))
            db.Outbox.Add(row);
    }

    private static string Recipient(int staffId) => $"{DueKind}/{staffId}";
}
