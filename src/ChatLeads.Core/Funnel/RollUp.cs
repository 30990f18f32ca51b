namespace ChatLeads.Core.Funnels;

/// <summary>One cell of the daily roll-up: so many of a segment, on a day.</summary>
/// <param name="Basis">Whether <paramref name="Day"/> is the day of entry or of what happened.</param>
public sealed record RollUpCell(Basis Basis, DateOnly Day, Segment Segment, FunnelCounts Counts);

/// <summary>By which day a lead's stages are counted: its entry (a cohort, the default) or each stage's own day (activity).</summary>
public enum Basis { Cohort, Activity }

/// <summary>
/// The roll-up that makes a funnel cost the same at any number of leads: each change of a lead yields the few cells to add
/// to, in the change's own transaction. The sum of all of them equals a count over all leads.
/// </summary>
public static class RollUp
{
    /// <summary>What a change of one lead adds; a null <paramref name="before"/> is a new lead, a null <paramref name="after"/> an erased one.</summary>
    public static IReadOnlyList<RollUpCell> Change(LeadPath? before, LeadPath? after) =>
    [
        .. Cells(before).Select(cell => cell with { Counts = -cell.Counts })
            .Concat(Cells(after))
            .GroupBy(cell => (cell.Basis, cell.Day, cell.Segment))
            .Select(same => new RollUpCell(same.Key.Basis, same.Key.Day, same.Key.Segment, Sum(same.Select(cell => cell.Counts))))
            .Where(cell => cell.Counts != FunnelCounts.None),
    ];

    /// <summary>All that one lead counts for.</summary>
    public static IEnumerable<RollUpCell> Cells(LeadPath? lead)
    {
        if (lead is null)
            yield break;
        foreach (var (stage, day) in lead.Reached)
        {
            yield return new(Basis.Cohort, lead.Entered, lead.Segment, FunnelCounts.One(stage));
            yield return new(Basis.Activity, day, lead.Segment, FunnelCounts.One(stage));
        }
        if (lead.Left is { } exit)
            yield return new(Basis.Cohort, lead.Entered, lead.Segment, FunnelCounts.One(exit.To));
    }

    public static FunnelCounts Sum(IEnumerable<FunnelCounts> counts) => counts.Aggregate(FunnelCounts.None, (a, b) => a + b);
}
