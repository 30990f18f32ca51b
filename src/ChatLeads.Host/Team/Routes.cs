using ChatLeads.Core.Leads;
using ChatLeads.Core.Routing;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Team;

/// <summary>What the stored team and lead are to the router.</summary>
internal static class Routes
{
    private static readonly Stage[] Open = [Stage.Lead, Stage.Mql, Stage.Sql, Stage.Opportunity];

    public static bool IsOpen(LeadRow lead) => Open.Contains(lead.Stage);

    public static List<Rep> Team(ChatLeadsDb db, DateTimeOffset now)
    {
        var load = db.Leads.Where(lead => lead.OwnerId != null && Open.Contains(lead.Stage)).GroupBy(lead => lead.OwnerId!.Value)
            .Select(leads => new { Owner = leads.Key, Count = leads.Count() }).ToDictionary(leads => leads.Owner, leads => leads.Count);
        return db.Staff.Where(row => row.LeftAt == null).OrderBy(row => row.Id).AsEnumerable()
            .Select(row => new Rep(
                row.Id, row.Name, row.Role, row.DutyUntil > now ? row.Duty : null, load.GetValueOrDefault(row.Id), row.RoutingMark, row.DutyUntil)).ToList();
    }

    /// <param name="lead">With its facts.</param>
    public static RoutedLead Lead(LeadRow lead) => new(
        lead.Language, lead.Location, Employees(lead), lead.Facts.Find(row => row.Field == Field.Need.Id)?.QuoteText, lead.Source);

    private static int? Employees(LeadRow lead) =>
        lead.Facts.Find(row => row.Field == Field.CompanySize.Id) is { } row && StoredJson.Read<FactValue>(row.ValueJson) is RangeValue size
            ? size.Min ?? size.Max
            : null;
}
