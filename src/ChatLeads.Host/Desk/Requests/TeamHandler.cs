using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

[Phrases("desk/team.yaml")]
internal enum TeamText
{
    [Values("name", "role", "duty", "open", "hot")] Line,
    [Values("open", "hot")] Nobody,
    Rep,
    Manager,
    OnDuty,
    OffDuty,
}

/// <summary>Who there is, and how many open leads each has.</summary>
internal sealed class TeamHandler : DeskHandler<DeskRequest.Team>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Team request)
    {
        var load = desk.Db.Leads
            .Where(lead => lead.Stage == Stage.Lead || lead.Stage == Stage.Mql || lead.Stage == Stage.Sql || lead.Stage == Stage.Opportunity)
            .GroupBy(lead => lead.OwnerId)
            .Select(group => new { Owner = group.Key, Open = group.Count(), Hot = group.Count(lead => lead.Temperature == Temperature.Hot) }).ToList();
        var people = desk.Team.OrderByDescending(person => person.Role)
            .Select(person => desk.Words(TeamText.Line,
                ("name", person.Name), ("role", desk.Words(person.Role == Role.Manager ? TeamText.Manager : TeamText.Rep)),
                ("duty", desk.Words(IsOnDuty(desk, person) ? TeamText.OnDuty : TeamText.OffDuty)), Open(person.Id), Hot(person.Id)));
        return new Reply(string.Join('\n', people.Append(desk.Words(TeamText.Nobody, Open(null), Hot(null)))), desk.Language);

        static bool IsOnDuty(DeskTurn desk, StaffRow person) =>
            (person.DutyUntil > desk.Now ? person.Duty : null) ?? desk.Dialogs.Playbook.Routing.Person(person.Name).Hours.IsOpen(desk.Now);

        (string, string) Open(int? id) => ("open", $"{load.Find(row => row.Owner == id)?.Open ?? 0}");
        (string, string) Hot(int? id) => ("hot", $"{load.Find(row => row.Owner == id)?.Hot ?? 0}");
    }
}
