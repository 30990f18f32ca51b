using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Digests;
using ChatLeads.Host.Desk.Reports;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>Takes a person's last change back, again and again; not where somebody else has changed the same since.</summary>
internal sealed class UndoHandler : DeskHandler<DeskRequest.Undo>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Undo request)
    {
        var change = desk.Db.LeadChanges.Where(row => row.StaffId == desk.Staff.Id && row.UndoneAt == null).OrderByDescending(row => row.Id).FirstOrDefault();
        var cost = CostHandler.LastOf(desk, change?.At);
        if (DigestHandler.LastOf(desk, cost?.EnteredAt ?? change?.At) is { } digest)
            return DigestHandler.TakeBack(desk, digest);
        if (cost is not null)
            return CostHandler.TakeBack(desk, cost);
        if (change is null)
            return desk.Say(ChangeText.NothingToUndo);
        var lead = desk.Db.Leads.Find(change.LeadNumber)!;
        var (before, after) = (StoredJson.Read<LeadState>(change.BeforeJson), StoredJson.Read<LeadState>(change.AfterJson));
        if (!LeadState.IsAsLeft(before, after, LeadState.Of(lead)))
            return LeadChanges.Not(lead, Refusal(desk, change, lead));
        Restore(desk, lead, before, after);
        change.UndoneAt = desk.Now;
        desk.Db.SaveChanges();
        var again = new Choice(desk.Words(ChangeText.Undo), "/undo");
        var more = desk.Db.LeadChanges.Any(row => row.StaffId == desk.Staff.Id && row.UndoneAt == null);
        return new DeskResult(
            [desk.Say(Phrase(change, before, after), LeadChanges.Name(lead), ("owner", LeadViews.OwnerOf(desk.Db, lead) ?? desk.Words(ChangeText.Nobody)),
                ("stage", desk.Cards.Stage(lead.Stage, desk.Language)), ("text", change.Text ?? ""), ("amount", LeadChanges.Amount(desk, lead))) with { Leads = [lead.Number], Choices = more ? [again] : [] }],
            desk.Context with { Lead = lead.Number })
        {
            Outcome = $"undone {DeskJson.Id(change.Kind)}",
        };
    }

    private static Reply Refusal(DeskTurn desk, LeadChangeRow change, LeadRow lead)
    {
        var other = desk.Db.LeadChanges.Where(row => row.LeadNumber == lead.Number && row.Id > change.Id && row.StaffId != desk.Staff.Id && row.UndoneAt == null)
            .OrderByDescending(row => row.Id).FirstOrDefault();
        return other is null || desk.Db.Staff.Find(other.StaffId) is not { } person
            ? desk.Say(ChangeText.ChangedSince, LeadChanges.Name(lead))
            : desk.Say(ChangeText.ChangedByOther, LeadChanges.Name(lead), ("person", person.Name), ("time", desk.Moment(other.At)));
    }

    private static void Restore(DeskTurn desk, LeadRow lead, LeadState before, LeadState after)
    {
        if (before.OwnerId != after.OwnerId)
        {
            (lead.OwnerId, lead.ClaimedAt) = (before.OwnerId, before.ClaimedAt);
            Alerts.OwnerChanged(desk.Db, lead, desk.Now);
        }
        if (before.Stage != after.Stage || before.Left != after.Left)
            lead.Restore(LeadPaths.Of(lead) with { Reached = before.Reached, Left = before.Left }, before.Stage, desk.Now, $"{desk.Staff.Id}", "undo");
        if ((before.Amount, before.Currency) != (after.Amount, after.Currency))
            (lead.Amount, lead.Currency) = (before.Amount, before.Currency);
        if (before.FirstWordAt != after.FirstWordAt)
            lead.FirstWordAt = before.FirstWordAt;
        if ((before.SnoozedUntil, before.SnoozedBy) == (after.SnoozedUntil, after.SnoozedBy))
            return;
        (lead.SnoozedUntil, lead.SnoozedBy) = (before.SnoozedUntil, before.SnoozedBy);
        Notices.Remind(desk, lead);
    }

    private static ChangeText Phrase(LeadChangeRow change, LeadState before, LeadState after) => change.Kind switch
    {
        ChangeKind.Claimed or ChangeKind.Assigned => ChangeText.OwnerAgain,
        ChangeKind.Stage => before.Stage != after.Stage ? ChangeText.StageAgain : before.Left != after.Left ? ChangeText.ReasonGone : ChangeText.AmountAgain,
        ChangeKind.Note => ChangeText.NoteGone,
        ChangeKind.Snoozed => ChangeText.SnoozeGone,
        _ => ChangeText.ContactGone,
    };
}
