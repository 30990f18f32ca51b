using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk.Reports;
using ChatLeads.Host.Team;
using Humanizer;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>Leads as a table: behind a link, so that nothing personal stays in a chat.</summary>
internal sealed class ExportHandler(ExportTickets tickets, PublicUrl url) : DeskHandler<DeskRequest.ExportLeads>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.ExportLeads request)
    {
        var (owners, refusal) = LeadListHandler.Owners(desk, request.Filter);
        if (refusal is not null)
            return refusal;
        var found = LeadSearch.Find(desk, request.Filter, owners).Sorted(request.Filter.Sort).Select(lead => lead.Number);
        var numbers = request.Filter.Limit is { } limit ? found.Take(limit).ToList() : found.ToList();
        if (numbers.Count == 0)
            return desk.Say(ListText.NoLeads);
        var counted = desk.Words(UnitText.Lead).ToQuantity(numbers.Count, "N0", desk.Culture);
        var link = url.Of($"desk/leads.csv?ticket={tickets.Issue(desk.Staff.Id, numbers, desk.Now)}");
        return new DeskResult([desk.Say(ReportText.ExportLink, ("count", counted), ("link", link))]) { Outcome = $"offered {numbers.Count}" };
    }
}
