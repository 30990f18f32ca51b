using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>"I'm off today": until midnight on the person's own clock, then their hours count again.</summary>
internal sealed class DutyHandler : DeskHandler<DeskRequest.Duty>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Duty request)
    {
        var row = desk.Db.Staff.Find(desk.Staff.Id)!;
        var hours = desk.Dialogs.Playbook.Routing.Person(row.Name).Hours;
        var midnight = hours.Local(desk.Now).AddDays(1).ToDateTime(TimeOnly.MinValue);
        (row.Duty, row.DutyUntil) = (request.On, new DateTimeOffset(midnight, hours.Zone.GetUtcOffset(midnight)));
        return desk.Say(request.On ? StaffAnswer.OnDuty : StaffAnswer.OffDuty);
    }
}
