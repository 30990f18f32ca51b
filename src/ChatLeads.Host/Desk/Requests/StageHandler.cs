using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class StageHandler : LeadHandler<DeskRequest.SetStage>
{
    protected override Reply Do(DeskTurn desk, DeskRequest.SetStage request, LeadRow lead) => LeadChanges.SetStage(desk, lead, request);
}
