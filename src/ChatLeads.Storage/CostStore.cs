using ChatLeads.Core.Funnels;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>What the sources cost.</summary>
public static class CostStore
{
    /// <summary>Those that reach into the period.</summary>
    public static IReadOnlyList<Cost> Costs(ChatLeadsDb db, Period period) =>
    [
        .. db.Costs.AsNoTracking().Where(row => row.From <= period.To && row.To >= period.From).AsEnumerable()
            .Select(row => new Cost(row.Source, row.Amount, row.Currency, new Period(row.From, row.To))),
    ];

    /// <summary>Enters a cost. The same source, campaign, days and currency have one amount: a new one takes the place of the old.</summary>
    /// <returns>The row; its <see cref="CostRow.Before"/> is what stood there.</returns>
    public static CostRow Enter(ChatLeadsDb db, Cost cost, string campaign, int? by, DateTimeOffset now)
    {
        var (from, to) = (cost.Period.From, cost.Period.To);
        var row = db.Costs.SingleOrDefault(known =>
            known.Source == cost.Source && known.Campaign == campaign && known.From == from && known.To == to && known.Currency == cost.Currency);
        if (row is null)
            db.Costs.Add(row = new CostRow { Source = cost.Source, Campaign = campaign, From = from, To = to, Currency = cost.Currency });
        else
            row.Before = row.Amount;
        (row.Amount, row.EnteredBy, row.EnteredAt) = (cost.Amount, by, now);
        return row;
    }

    /// <summary>Takes the last entry of a row back.</summary>
    public static void TakeBack(ChatLeadsDb db, CostRow row)
    {
        if (row.Before is { } before)
            (row.Amount, row.Before, row.EnteredBy) = (before, null, null);
        else
            db.Costs.Remove(row);
    }

    /// <summary>
    /// The source that a name means: itself where leads came from it, else the only one whose name begins or ends it
    /// ("google ads" is google's), else itself.
    /// </summary>
    public static (string Source, bool IsKnown) SourceOf(ChatLeadsDb db, string name)
    {
        var said = Labels.Of(name.Trim());
        var known = db.DailyCounts.Where(row => row.By == SplitBy.Source && row.Part != "").Select(row => row.Part).Distinct().ToList();
        if (known.Contains(said))
            return (said, true);
        var close = known.Where(part => Holds(said, part) || Holds(part, said)).ToList();
        return close is [var only] ? (only, true) : (said, false);
    }

    private static bool Holds(string longer, string shorter) =>
        longer.Length > shorter.Length && longer.StartsWith(shorter, StringComparison.Ordinal) && !char.IsLetterOrDigit(longer[shorter.Length]);
}
