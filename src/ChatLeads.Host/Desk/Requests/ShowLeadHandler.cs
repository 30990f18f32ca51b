using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

internal sealed class ShowLeadHandler : LeadHandler<DeskRequest.ShowLead>
{
    protected override Reply Do(DeskTurn desk, DeskRequest.ShowLead request, LeadRow lead) =>
        desk.Cards.Sheet(LeadViews.Load(desk.Db, lead.Number)!, desk.Language, desk.Now);
}

internal sealed class NextStepHandler : LeadHandler<DeskRequest.ShowNextStep>
{
    protected override Reply Do(DeskTurn desk, DeskRequest.ShowNextStep request, LeadRow lead) =>
        desk.Cards.Alert(LeadViews.Load(desk.Db, lead.Number)!, desk.Language);
}
