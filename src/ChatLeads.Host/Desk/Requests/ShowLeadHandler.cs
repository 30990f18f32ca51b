using ChatLeads.Core.Desk;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>All that is known of a lead, and what was done with it.</summary>
internal sealed class ShowLeadHandler : LeadHandler<DeskRequest.ShowLead>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.ShowLead request, LeadRow lead)
    {
        var sheet = desk.Cards.Sheet(LeadViews.Load(desk.Db, lead.Number)!, desk.Language, desk.Now);
        return sheet with { Card = sheet.Card! with { Rows = [.. sheet.Card.Rows, .. LeadHistory.Rows(desk, lead)] } };
    }
}

internal sealed class NextStepHandler : LeadHandler<DeskRequest.ShowNextStep>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.ShowNextStep request, LeadRow lead) =>
        desk.Cards.Alert(LeadViews.Load(desk.Db, lead.Number)!, desk.Language);
}
