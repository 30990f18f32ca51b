using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>Finds the leads that a filter describes, among those that a staff member may see.</summary>
internal static class LeadSearch
{
    /// <summary>In no order.</summary>
    /// <param name="owners">Whose leads, where the filter names a person.</param>
    public static IQueryable<LeadRow> Find(DeskTurn desk, LeadFilter filter, IReadOnlyList<Staff> owners)
    {
        var leads = desk.Visible.AsNoTracking();
        if (filter.Temperature.Count > 0)
            leads = leads.Where(lead => filter.Temperature.Contains(lead.Temperature));
        if (filter.Stage.Count > 0)
            leads = leads.Where(lead => filter.Stage.Contains(lead.Stage));
        if (filter.Owner is { } owner)
            leads = OwnedBy(leads, desk.Staff, owner, owners);
        if (filter.Source is { } source)
            leads = Known(Sources(desk.Db), source).Count == 0 ? leads.Where(lead => false) : Labelled(leads, nameof(LeadRow.Source), source);
        if (filter.Campaign is { } campaign)
            leads = Labelled(leads, nameof(LeadRow.Campaign), campaign);
        if (filter.Place is { } place)
            leads = leads.In(desk.Db, place);
        if (filter.Text is { } text)
            leads = leads.Mentioning(desk.Db, text);
        return Within(leads, filter, desk.Dialogs.Playbook.Firm.Office);
    }

    /// <summary>Where leads came from, the most usual first: the roll-up knows it however many leads there are.</summary>
    public static IReadOnlyList<string> Sources(ChatLeadsDb db) =>
    [
        .. db.DailyCounts.Where(row => row.By == SplitBy.Source && row.Basis == Basis.Cohort && row.Part != "" && row.Leads > 0)
            .GroupBy(row => row.Part).OrderByDescending(part => part.Sum(row => row.Leads)).Select(part => part.Key),
    ];

    /// <summary>Those that a name may mean.</summary>
    public static IReadOnlyList<string> Known(IReadOnlyList<string> sources, string said)
    {
        var words = SearchWords.Of(said);
        return [.. sources.Where(Holds)];

        bool Holds(string source)
        {
            var (folded, at) = (SearchWords.Fold(source), 0);
            foreach (var word in words)
                if ((at = folded.IndexOf(word, at, StringComparison.Ordinal)) < 0)
                    return false;
                else
                    at += word.Length;
            return true;
        }
    }

    private static IQueryable<LeadRow> OwnedBy(IQueryable<LeadRow> leads, Staff staff, string owner, IReadOnlyList<Staff> owners)
    {
        if (owner == LeadFilter.Nobody)
            return leads.Where(lead => lead.OwnerId == null);
        List<int?> ids = owner == LeadFilter.Me ? [staff.Id] : [.. owners.Select(person => (int?)person.Id)];
        return leads.Where(lead => ids.Contains(lead.OwnerId));
    }

    /// <summary><c>Google Ads</c> finds <c>google-ads</c> and <c>GoogleAds</c>: a link's labels are written in many ways.</summary>
    private static IQueryable<LeadRow> Labelled(IQueryable<LeadRow> leads, string column, string said)
    {
        var like = $"%{string.Join('%', SearchWords.Of(said))}%";
#pragma warning disable CA1304, CA1311 // It becomes SQL.
        return leads.Where(lead => EF.Functions.Like(EF.Property<string>(lead, column).ToLower(), like));
#pragma warning restore CA1304, CA1311
    }

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

    public static IQueryable<LeadRow> Sorted(this IQueryable<LeadRow> leads, LeadSort? sort) => sort switch
    {
        LeadSort.Recent => leads.OrderByDescending(lead => lead.CreatedAt).ThenByDescending(lead => lead.Number),
        LeadSort.Waiting => leads.OrderBy(lead => lead.FirstWordAt != null).ThenBy(lead => lead.LastActivityAt).ThenBy(lead => lead.Number),
        _ => leads.OrderByDescending(lead => lead.Score).ThenByDescending(lead => lead.CreatedAt).ThenByDescending(lead => lead.Number),
    };

    internal static DateTimeOffset Midnight(DateOnly day, OfficeHours office)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, office.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
