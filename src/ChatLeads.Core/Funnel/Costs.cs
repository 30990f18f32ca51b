namespace ChatLeads.Core.Funnels;

/// <summary>Money spent on a source over some days, or earned from it.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record Cost(string Source, decimal Amount, string Currency, Period Period)
{
    /// <summary>The part that falls into <paramref name="period"/>, spread evenly over the cost's days.</summary>
    public decimal Within(Period period)
    {
        var from = Period.From > period.From ? Period.From : period.From;
        var to = Period.To < period.To ? Period.To : period.To;
        var days = to.DayNumber - from.DayNumber + 1;
        return days <= 0 ? 0 : Amount * days / Period.Days;
    }
}

/// <summary>What a source cost and brought. A source without a cost has no <see cref="Spent"/>: it is not free, it is unknown.</summary>
/// <param name="Spent">By currency: several currencies are never added up.</param>
public sealed record SourceRow(string Source, FunnelCounts Counts, IReadOnlyDictionary<string, decimal> Spent, IReadOnlyDictionary<string, decimal> Revenue)
{
    /// <summary>Cost per lead, by currency; empty without leads or cost.</summary>
    public IReadOnlyDictionary<string, decimal> Cpl => Per(Counts.Leads);

    /// <summary>Cost per customer acquired, by currency; empty without customers or cost.</summary>
    public IReadOnlyDictionary<string, decimal> Cpa => Per(Counts.Customers);

    /// <summary>Revenue for each unit spent, only in currencies that have both.</summary>
    public IReadOnlyDictionary<string, decimal> Return => Spent
        .Where(spent => spent.Value > 0 && Revenue.ContainsKey(spent.Key))
        .ToDictionary(spent => spent.Key, spent => Revenue[spent.Key] / spent.Value);

    private Dictionary<string, decimal> Per(int count) =>
        count == 0 ? [] : Spent.ToDictionary(spent => spent.Key, spent => spent.Value / count);
}

/// <summary>Sources side by side.</summary>
public static class Sources
{
    /// <summary>A row for each source that has leads, contacts or a cost in the report's period; the unnamed source too.</summary>
    public static IReadOnlyList<SourceRow> Rows(FunnelReport bySource, IReadOnlyCollection<Cost> costs, IReadOnlyCollection<Cost> revenue)
    {
        var counts = bySource.Parts.ToDictionary(part => part.Name, part => part.Counts);
        var names = counts.Keys.Union(costs.Where(cost => cost.Within(bySource.Period) > 0).Select(cost => cost.Source));
        return [.. names
            .Select(name => new SourceRow(
                name,
                counts.GetValueOrDefault(name, FunnelCounts.None),
                Sums(costs, name, bySource.Period),
                Sums(revenue, name, bySource.Period)))
            .OrderByDescending(row => row.Counts.Leads).ThenBy(row => row.Source, StringComparer.Ordinal)];
    }

    private static Dictionary<string, decimal> Sums(IEnumerable<Cost> amounts, string source, Period period) => amounts
        .Where(amount => amount.Source == source)
        .GroupBy(amount => amount.Currency)
        .Select(same => (Currency: same.Key, Sum: same.Sum(amount => amount.Within(period))))
        .Where(sum => sum.Sum > 0)
        .ToDictionary(sum => sum.Currency, sum => sum.Sum);
}
