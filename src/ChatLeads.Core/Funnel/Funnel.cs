namespace ChatLeads.Core.Funnels;

/// <summary>A funnel for a period: the whole and, when asked, its parts.</summary>
/// <param name="Parts">Largest first; the part without a name is the empty text.</param>
public sealed record FunnelReport(Period Period, Basis Basis, FunnelCounts Total, SplitBy? By, IReadOnlyList<FunnelPart> Parts);

public sealed record FunnelPart(string Name, FunnelCounts Counts);

/// <summary>The funnel's arithmetic over roll-up cells. Definitions and a worked example: <c>docs/funnel.md</c>.</summary>
public static class Funnel
{
    /// <summary>The whole of a period; of cells that are split in several ways it takes those of one.</summary>
    public static FunnelReport Report(IEnumerable<RollUpCell> cells, Period period, Basis basis = Basis.Cohort, SplitBy? by = null) => Report(
        cells.Where(cell => cell.By == Cells(by) && cell.Basis == basis && period.Contains(cell.Day))
            .GroupBy(cell => cell.Part)
            .Select(part => new FunnelPart(part.Key, RollUp.Sum(part.Select(cell => cell.Counts)))),
        period, basis, by);

    /// <summary>Of the sums of <see cref="Cells"/>.</summary>
    public static FunnelReport Report(IEnumerable<FunnelPart> parts, Period period, Basis basis, SplitBy? by)
    {
        var all = parts.OrderByDescending(part => part.Counts.Leads).ThenBy(part => part.Name, StringComparer.Ordinal).ToList();
        return new FunnelReport(period, basis, RollUp.Sum(all.Select(part => part.Counts)), by, by is null ? [] : all);
    }

    /// <summary>Those that a report sums up: every lead has a channel, so where it is not split, these hold all.</summary>
    public static SplitBy Cells(SplitBy? by) => by ?? SplitBy.Channel;
}
