using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>Reminds of a lead at a moment of the firm's clock; of a day without a time, when the office opens.</summary>
internal sealed class SnoozeHandler : ChangeHandler<DeskRequest.Snooze>
{
    protected override DeskResult Change(DeskTurn desk, DeskRequest.Snooze request, LeadRow lead)
    {
        if (request.Until is not { } until)
            return Ask(desk, request, lead, desk.Words(ChangeText.UntilWhen));
        var office = desk.Dialogs.Playbook.Firm.Office;
        var local = until.Date.ToDateTime(until.Time ?? office.Opens);
        var due = new DateTimeOffset(local, office.Zone.GetUtcOffset(local)).ToUniversalTime();
        if (due <= desk.Now)
            return Ask(desk, request, lead, desk.Words(ChangeText.Past, ("time", desk.Moment(due))));
        LeadChanges.Make(desk, lead, ChangeKind.Snoozed, () => (lead.SnoozedUntil, lead.SnoozedBy) = (due, desk.Staff.Id));
        return LeadChanges.Done(desk, lead, desk.Words(ChangeText.Snoozed, LeadChanges.Name(lead), ("time", desk.Moment(due))), "snoozed");
    }

    private static DeskResult Ask(DeskTurn desk, DeskRequest.Snooze request, LeadRow lead, string question) =>
        LeadChanges.Not(lead, new(question, desk.Language)) with
        {
            Outcome = "",
            After = desk.Context with { Pending = new PendingRequest(request with { Until = null }, $"{desk.Now.ToUnixTimeMilliseconds()}") },
        };
}
