using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>Finds the leads that a filter describes, among those that a staff member may see.</summary>
internal static class LeadSearch
{
    public static IQueryable<LeadRow> Find(ChatLeadsDb db, Staff staff, LeadFilter filter, OfficeHours office)
    {
        var leads = db.Leads.AsNoTracking().VisibleTo(staff);
        if (filter.Temperature.Count > 0)
            leads = leads.Where(lead => filter.Temperature.Contains(lead.Temperature));
        if (filter.Stage.Count > 0)
            leads = leads.Where(lead => filter.Stage.Contains(lead.Stage));
        if (filter.Owner is { } owner)
            leads = OwnedBy(leads, db, staff, owner);
        if (filter.Source is { } source)
            leads = leads.Where(lead => EF.Functions.Like(lead.Source!, $"%{source}%"));
        if (filter.Campaign is { } campaign)
            leads = leads.Where(lead => EF.Functions.Like(lead.Campaign!, $"%{campaign}%"));
        if (filter.Place is { } place)
            leads = leads.Where(lead => EF.Functions.Like(lead.Location!, $"%{place}%"));
        if (filter.Text is { } text)
            leads = Named(leads, text);
        return Sorted(Within(leads, filter, office), filter.Sort);
    }

    /// <summary>By name or company, as written.</summary>
    public static IQueryable<LeadRow> Named(IQueryable<LeadRow> leads, string text) => leads.Where(lead =>
        EF.Functions.Like(lead.Name!, $"%{text}%") || EF.Functions.Like(lead.Company!, $"%{text}%"));

    private static IQueryable<LeadRow> OwnedBy(IQueryable<LeadRow> leads, ChatLeadsDb db, Staff staff, string owner) => owner switch
    {
        LeadFilter.Me => leads.Where(lead => lead.OwnerId == staff.Id),
        LeadFilter.Nobody => leads.Where(lead => lead.OwnerId == null),
        _ => leads.Where(lead => db.Staff.Any(row => row.Id == lead.OwnerId && EF.Functions.Like(row.Name, $"%{owner}%"))),
    };

    /// <summary>Hot leads by when they became hot, others by when they came. Days are those of the firm.</summary>
    private static IQueryable<LeadRow> Within(IQueryable<LeadRow> leads, LeadFilter filter, OfficeHours office)
    {
        if (filter.Period is not { } period)
            return leads;
        var (from, to) = (Midnight(period.From, office), Midnight(period.To.AddDays(1), office));
        return filter.Temperature is [Temperature.Hot]
            ? leads.Where(lead => lead.HotAt >= from && lead.HotAt < to)
            : leads.Where(lead => lead.CreatedAt >= from && lead.CreatedAt < to);
    }

    private static IQueryable<LeadRow> Sorted(IQueryable<LeadRow> leads, LeadSort? sort) => sort switch
    {
        LeadSort.Recent => leads.OrderByDescending(lead => lead.CreatedAt),
        LeadSort.Waiting => leads.OrderBy(lead => lead.LastActivityAt),
        _ => leads.OrderByDescending(lead => lead.Score).ThenByDescending(lead => lead.CreatedAt),
    };

    private static DateTimeOffset Midnight(DateOnly day, OfficeHours office)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, office.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
