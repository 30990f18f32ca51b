using ChatLeads.Core.Funnels;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>A customer of a cohort.</summary>
/// <param name="Source">As in <see cref="Segment.Source"/>.</param>
/// <param name="Amount">Null where nobody said what the deal was worth.</param>
public sealed record Won(string Source, DateOnly Entered, DateOnly On, decimal? Amount, string? Currency);

/// <summary>Reads funnels from the roll-up: what it costs depends on days and parts, not on how many leads there are.</summary>
public static class FunnelStore
{
    public static FunnelReport Report(ChatLeadsDb db, Period period, Basis basis = Basis.Cohort, SplitBy? by = null)
    {
        var cells = Funnel.Cells(by);
        var parts = db.DailyCounts.AsNoTracking()
            .Where(row => row.By == cells && row.Basis == basis && row.Day >= period.From && row.Day <= period.To)
            .GroupBy(row => row.Part)
            .Select(part => new
            {
                part.Key,
                Contacts = part.Sum(row => row.Contacts),
                Leads = part.Sum(row => row.Leads),
                Mql = part.Sum(row => row.Mql),
                Sql = part.Sum(row => row.Sql),
                Opportunities = part.Sum(row => row.Opportunities),
                Customers = part.Sum(row => row.Customers),
                Lost = part.Sum(row => row.Lost),
                Disqualified = part.Sum(row => row.Disqualified),
                Hot = part.Sum(row => row.Hot),
                Refusals = part.Sum(row => row.Refusals),
            })
            .ToList()
            .Select(part => new FunnelPart(part.Key, new FunnelCounts(
                part.Contacts, part.Leads, part.Mql, part.Sql, part.Opportunities, part.Customers, part.Lost, part.Disqualified, part.Hot, part.Refusals)));
        return Funnel.Report(parts, period, basis, by);
    }

    /// <summary>Leads that came in, for each day of the period that had any.</summary>
    public static IReadOnlyDictionary<DateOnly, int> LeadsByDay(ChatLeadsDb db, Period period)
    {
        var cells = Funnel.Cells(null);
        return db.DailyCounts.Where(row => row.By == cells && row.Basis == Basis.Cohort && row.Day >= period.From && row.Day <= period.To)
            .GroupBy(row => row.Day)
            .Select(day => new { day.Key, Leads = day.Sum(row => row.Leads) })
            .ToDictionary(day => day.Key, day => day.Leads);
    }

    /// <summary>The first day that has any figures; null before there are any.</summary>
    public static DateOnly? FirstDay(ChatLeadsDb db)
    {
        var cells = Funnel.Cells(null);
        return db.DailyCounts.Where(row => row.By == cells && row.Basis == Basis.Cohort).Min(row => (DateOnly?)row.Day);
    }

    /// <summary>Those of the cohort that have become customers.</summary>
    public static IReadOnlyList<Won> Customers(ChatLeadsDb db, Period period) =>
    [
        .. db.Leads.Where(lead => lead.CustomerOn != null && lead.EnteredOn >= period.From && lead.EnteredOn <= period.To)
            .Select(lead => new { lead.Source, lead.EnteredOn, lead.CustomerOn, lead.Amount, lead.Currency })
            .AsEnumerable()
            .Select(lead => new Won(Labels.Of(lead.Source), lead.EnteredOn, lead.CustomerOn!.Value, lead.Amount, lead.Currency)),
    ];
}
