using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>A rep reached the lead, or tried to: the first time is the speed to lead.</summary>
internal sealed class ContactedHandler : ChangeHandler<DeskRequest.Contacted>
{
    protected override DeskResult Change(DeskTurn desk, DeskRequest.Contacted request, LeadRow lead)
    {
        var reached = request.Outcome == Outcome.Reached;
        LeadChanges.Make(desk, lead, reached ? ChangeKind.Reached : ChangeKind.NoAnswer, () =>
        {
            lead.FirstWordAt ??= desk.Now;
            if (lead.SnoozedBy == desk.Staff.Id && lead.SnoozedUntil <= desk.Now)
                (lead.SnoozedUntil, lead.SnoozedBy) = (null, null);
        });
        var words = desk.Words(reached ? ChangeText.Reached : ChangeText.NoAnswer, LeadChanges.Name(lead));
        return LeadChanges.Done(desk, lead, words, DeskJson.Id(request.Outcome), reached ? [] : Later(desk, lead));
    }

    private static Choice[] Later(DeskTurn desk, LeadRow lead)
    {
        var (soon, morning) = (desk.Local(desk.Now).AddHours(2), desk.Local(desk.Now).AddDays(1));
        return
        [
            new(desk.Words(ChangeText.InTwoHours), $"/snooze {lead.Number} {soon:yyyy-MM-dd} {soon:HH:mm}"),
            new(desk.Words(ChangeText.TomorrowMorning), $"/snooze {lead.Number} {morning:yyyy-MM-dd} 10:00"),
        ];
    }
}
