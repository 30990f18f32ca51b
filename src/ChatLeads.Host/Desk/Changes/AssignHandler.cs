using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

internal sealed class AssignHandler : ChangeHandler<DeskRequest.Assign>
{
    private static BegunRequest Begun(DeskTurn desk, LeadRow lead) => new($"{desk.Words(DeskCommand.Assign)} {lead.Number}", "assign");

    protected override DeskResult Change(DeskTurn desk, DeskRequest.Assign request, LeadRow lead)
    {
        var found = PersonNamed.Find(desk, request.To);
        if (found is not [var person])
            return PersonNamed.NotOne(desk, request.To, found) with { After = desk.Context with { Begun = Begun(desk, lead) } };
        if (lead.OwnerId == person.Id)
            return LeadChanges.Not(lead, desk.Say(ChangeText.OwnedAlready, LeadChanges.Name(lead), ("owner", person.Name)));
        var (id, from) = (lead.OwnerId, LeadViews.OwnerOf(desk.Db, lead) ?? desk.Words(ChangeText.Nobody));
        LeadChanges.Give(desk, lead, person, ChangeKind.Assigned);
        return LeadChanges.Done(
            desk, lead, desk.Words(ChangeText.Assigned, LeadChanges.Name(lead), ("from", from), ("to", person.Name)), $"owner {id}>{person.Id}");
    }
}
