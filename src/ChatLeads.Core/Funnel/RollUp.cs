namespace ChatLeads.Core.Funnels;

/// <summary>One cell of the daily roll-up: so many on a day, of one part of one way to split.</summary>
/// <param name="Basis">Whether <paramref name="Day"/> is the day of entry or of what happened.</param>
public sealed record RollUpCell(SplitBy By, Basis Basis, DateOnly Day, string Part, FunnelCounts Counts);

/// <summary>By which day a lead's stages are counted: its entry (a cohort, the default) or each stage's own day (activity).</summary>
public enum Basis { Cohort, Activity }

/// <summary>
/// The roll-up that makes a funnel cost the same at any number of leads: each change of a lead yields the few cells to add
/// to, in the change's own transaction. The sum of all of them equals a count over all leads. Each way to split has cells
/// of its own, so that their number grows with the sources, campaigns and so on, not with how these meet.
/// </summary>
public static class RollUp
{
    /// <summary>What a change of one lead adds; a null <paramref name="before"/> is a new lead, a null <paramref name="after"/> an erased one.</summary>
    public static IReadOnlyList<RollUpCell> Change(LeadPath? before, LeadPath? after) =>
    [
        .. Cells(before).Select(cell => cell with { Counts = -cell.Counts })
            .Concat(Cells(after))
            .GroupBy(cell => (cell.By, cell.Basis, cell.Day, cell.Part))
            .Select(same => new RollUpCell(same.Key.By, same.Key.Basis, same.Key.Day, same.Key.Part, Sum(same.Select(cell => cell.Counts))))
            .Where(cell => cell.Counts != FunnelCounts.None),
    ];

    /// <summary>All that one lead counts for.</summary>
    public static IEnumerable<RollUpCell> Cells(LeadPath? lead) => lead is null ? [] : Moments(lead).SelectMany(moment =>
        Parts(lead).Select(part => new RollUpCell(part.By, moment.Basis, moment.Day, part.Name, moment.Counts)));

    /// <summary>Anonymous people, who are of no rep.</summary>
    public static IEnumerable<RollUpCell> Contacts(Segment segment, DateOnly day, FunnelCounts counts) =>
        from part in Parts(segment)
        where part.By != SplitBy.Rep
        from basis in Enum.GetValues<Basis>()
        select new RollUpCell(part.By, basis, day, part.Name, counts);

    public static FunnelCounts Sum(IEnumerable<FunnelCounts> counts) => counts.Aggregate(FunnelCounts.None, (a, b) => a + b);

    private static IEnumerable<(Basis Basis, DateOnly Day, FunnelCounts Counts)> Moments(LeadPath lead)
    {
        foreach (var (stage, day) in lead.Reached)
        {
            yield return (Basis.Cohort, lead.Entered, FunnelCounts.One(stage));
            yield return (Basis.Activity, day, FunnelCounts.One(stage));
        }
        if (lead.Hot)
            yield return (Basis.Cohort, lead.Entered, FunnelCounts.None with { Hot = 1 });
        if (lead.Left is not { } exit)
            yield break;
        yield return (Basis.Cohort, lead.Entered, FunnelCounts.One(exit.To));
        yield return (Basis.Activity, exit.Day, FunnelCounts.One(exit.To));
    }

    private static IEnumerable<(SplitBy By, string Name)> Parts(LeadPath lead) =>
        lead.Left is { } exit ? Parts(lead.Segment).Append((SplitBy.Exit, ExitPart.Write(exit))) : Parts(lead.Segment);

    private static IEnumerable<(SplitBy By, string Name)> Parts(Segment segment) =>
        Enum.GetValues<SplitBy>().Where(by => by != SplitBy.Exit).Select(by => (by, segment.Part(by)));
}
