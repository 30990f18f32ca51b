using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class AssignHandler : LeadHandler<DeskRequest.Assign>
{
    protected override Reply Do(DeskTurn desk, DeskRequest.Assign request, LeadRow lead) => LeadChanges.Assign(desk, lead, request.To);
}
