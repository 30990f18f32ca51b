using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;

namespace ChatLeads.Host.Desk.Requests;

[Phrases("desk/team.yaml")]
internal enum TeamText
{
    [Values("name", "role", "open", "hot")] Line,
    [Values("open", "hot")] Nobody,
    Rep,
    Manager,
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
        var people = desk.People.All.OrderByDescending(person => person.Role).ThenBy(person => person.Id)
            .Select(person => desk.Words(TeamText.Line,
                ("name", person.Name), ("role", desk.Words(person.Role == Role.Manager ? TeamText.Manager : TeamText.Rep)), Open(person.Id), Hot(person.Id)));
        return new Reply(string.Join('\n', people.Append(desk.Words(TeamText.Nobody, Open(null), Hot(null)))), desk.Language);

        (string, string) Open(int? id) => ("open", $"{load.Find(row => row.Owner == id)?.Open ?? 0}");
        (string, string) Hot(int? id) => ("hot", $"{load.Find(row => row.Owner == id)?.Hot ?? 0}");
    }
}
