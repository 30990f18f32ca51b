using ChatLeads.Host.Outbox;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>Puts what one staff member is told about a lead, now or later, into the outbox.</summary>
internal static class Notices
{
    /// <summary>As the lead stands: one reminder, or none.</summary>
    public static void Remind(DeskTurn desk, LeadRow lead)
    {
        desk.Db.Outbox.Where(row => row.Kind == NoticeHandler.NoticeKind && row.LeadNumber == lead.Number && row.SentAt == null && row.DueAt > desk.Now).ExecuteDelete();
        if (lead is { SnoozedUntil: { } due, SnoozedBy: { } staff } && due > desk.Now)
            Add(desk, new NoticePayload(staff, lead.Number, due, null), due);
    }

    public static void Assigned(DeskTurn desk, LeadRow lead, Core.Desk.Staff to) =>
        Add(desk, new NoticePayload(to.Id, lead.Number, null, desk.Staff.Name), desk.Now);

    private static void Add(DeskTurn desk, NoticePayload notice, DateTimeOffset due)
    {
        foreach (var to in Targets.Of(desk.Db, desk.Db.Staff.Find(notice.StaffId)!).ToList())
            desk.Db.Outbox.Add(new OutboxRow
            {
                Recipient = to.ToString(),
                Kind = NoticeHandler.NoticeKind,
                PayloadJson = StoredJson.Write(notice with { To = to }),
                LeadNumber = notice.Lead,
                DueAt = due,
            });
    }
}
