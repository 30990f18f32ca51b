namespace ChatLeads.Core.Funnels;

/// <summary>A funnel for a period: the whole and, when asked, its parts.</summary>
/// <param name="Parts">Largest first; the part without a name is the empty text.</param>
public sealed record FunnelReport(Period Period, Basis Basis, FunnelCounts Total, SplitBy? By, IReadOnlyList<FunnelPart> Parts);

public sealed record FunnelPart(string Name, FunnelCounts Counts);

/// <summary>The funnel's arithmetic over roll-up cells. Definitions and a worked example: <c>docs/funnel.md</c>.</summary>
public static class Funnel
{
    /// <summary>The whole of a period; of cells that are split in several ways it takes those of one.</summary>
    public static FunnelReport Report(IEnumerable<RollUpCell> cells, Period period, Basis basis = Basis.Cohort, SplitBy? by = null)
    {
        // Every lead has a channel: its cells hold all.
        var inside = cells.Where(cell => cell.By == (by ?? SplitBy.Channel) && cell.Basis == basis && period.Contains(cell.Day)).ToList();
        var parts = inside
            .GroupBy(cell => cell.Part)
            .Select(part => new FunnelPart(part.Key, RollUp.Sum(part.Select(cell => cell.Counts))))
            .OrderByDescending(part => part.Counts.Leads).ThenBy(part => part.Name, StringComparer.Ordinal);
        return new FunnelReport(period, basis, RollUp.Sum(inside.Select(cell => cell.Counts)), by, by is null ? [] : [.. parts]);
    }
}
