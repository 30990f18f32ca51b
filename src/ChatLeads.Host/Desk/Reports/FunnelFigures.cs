using ChatLeads.Core.Funnels;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>All that an answer about the funnel tells.</summary>
/// <param name="Activity">What happened in the period, whenever those came in to whom it happened.</param>
/// <param name="Split">The parts asked for; null when the funnel is not split.</param>
/// <param name="SplitBefore">The same for the period compared with.</param>
/// <param name="Exits">Its parts are <see cref="ExitPart"/>s.</param>
/// <param name="DaysToConvert">The median of the cohort's customers; a split funnel does not tell it.</param>
internal sealed record FunnelFigures(
    FunnelReport Whole, FunnelReport Before, FunnelReport Activity, FunnelReport? Split, FunnelReport? SplitBefore,
    FunnelReport Exits, double? DaysToConvert, IReadOnlyDictionary<DateOnly, int> LeadsByDay)
{
    public Period Period => Whole.Period;

    public bool ByActivity => Whole.Basis == Basis.Activity;

    public bool IsEmpty => Whole.Total == FunnelCounts.None;

    /// <summary>Each part that has somebody now, and what it was.</summary>
    public IEnumerable<(string Name, FunnelCounts Now, FunnelCounts Before)> Parts()
    {
        var before = SplitBefore!.Parts.ToDictionary(part => part.Name, part => part.Counts);
        return Split!.Parts.Select(part => (part.Name, part.Counts, before.GetValueOrDefault(part.Name, FunnelCounts.None)));
    }

    public static FunnelFigures Read(ChatLeadsDb db, Period period, Period before, SplitBy? by, Basis basis = Basis.Cohort) => new(
        FunnelStore.Report(db, period, basis),
        FunnelStore.Report(db, before, basis),
        FunnelStore.Report(db, period, Basis.Activity),
        by is null ? null : FunnelStore.Report(db, period, basis, by),
        by is null ? null : FunnelStore.Report(db, before, basis, by),
        FunnelStore.Report(db, period, basis, SplitBy.Exit),
        by is not null || basis == Basis.Activity ? null
            : Median.Of(FunnelStore.Customers(db, period).Select(won => (double)(won.On.DayNumber - won.Entered.DayNumber))),
        FunnelStore.LeadsByDay(db, period));
}
