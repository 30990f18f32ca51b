namespace ChatLeads.Core.Funnels;

/// <summary>A funnel for a period: the whole and, when asked, its parts.</summary>
/// <param name="Parts">Largest first; the part without a name is the empty text.</param>
public sealed record FunnelReport(Period Period, Basis Basis, FunnelCounts Total, SplitBy? By, IReadOnlyList<FunnelPart> Parts);

public sealed record FunnelPart(string Name, FunnelCounts Counts);

/// <summary>The funnel's arithmetic over roll-up cells. Definitions and a worked example: <c>docs/funnel.md</c>.</summary>
public static class Funnel
{
    public static FunnelReport Report(IEnumerable<RollUpCell> cells, Period period, Basis basis = Basis.Cohort, SplitBy? by = null)
    {
        var inside = cells.Where(cell => cell.Basis == basis && period.Contains(cell.Day)).ToList();
        var parts = inside
            .GroupBy(cell => cell.Segment.Part(by))
            .Select(part => new FunnelPart(part.Key, RollUp.Sum(part.Select(cell => cell.Counts))))
            .OrderByDescending(part => part.Counts.Leads).ThenBy(part => part.Name, StringComparer.Ordinal);
        return new FunnelReport(period, basis, RollUp.Sum(inside.Select(cell => cell.Counts)), by, by is null ? [] : [.. parts]);
    }
}
