using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ChatLeads.Storage;

/// <summary>A lead's row as the funnel sees it. Whatever changes it, the roll-up follows in the same transaction.</summary>
public static class LeadPaths
{
    private static readonly string[] Counted =
    [
        nameof(LeadRow.Source), nameof(LeadRow.Campaign), nameof(LeadRow.OwnerId), nameof(LeadRow.Language), nameof(LeadRow.Channel),
        nameof(LeadRow.Stage), nameof(LeadRow.HotAt), nameof(LeadRow.EnteredOn), nameof(LeadRow.MqlOn), nameof(LeadRow.SqlOn),
        nameof(LeadRow.OpportunityOn), nameof(LeadRow.CustomerOn), nameof(LeadRow.LeftOn), nameof(LeadRow.LeftReason),
    ];

    public static LeadPath Of(LeadRow lead)
    {
        var reached = new Dictionary<Stage, DateOnly> { [Stage.Lead] = lead.EnteredOn };
        Reach(Stage.Mql, lead.MqlOn);
        Reach(Stage.Sql, lead.SqlOn);
        Reach(Stage.Opportunity, lead.OpportunityOn);
        Reach(Stage.Customer, lead.CustomerOn);
        var path = new LeadPath(SegmentOf(lead), lead.EnteredOn, reached, Hot: lead.HotAt is not null);
        return lead.LeftOn is { } day ? path with { Left = new Exit(lead.Stage, path.Furthest, lead.LeftReason ?? "", day) } : path;

        void Reach(Stage stage, DateOnly? day)
        {
            if (day is { } first)
                reached[stage] = first;
        }
    }

    /// <summary>What the roll-up is split by, of somebody who came from a visit.</summary>
    public static Segment SegmentOf(string channel, string language, Visit? visit) =>
        new(Labels.Of(visit?.Source), Labels.Of(visit?.Campaign), "", language, channel);

    /// <summary>What the leads' changes, not saved yet, add to the roll-up.</summary>
    internal static IReadOnlyList<RollUpCell> Changes(ChangeTracker tracker)
    {
        List<RollUpCell>? cells = null;
        foreach (var entry in tracker.Entries<LeadRow>())
            if (entry.State is EntityState.Added or EntityState.Deleted
                || (entry.State == EntityState.Modified && Counted.Any(column => entry.Property(column).IsModified)))
                (cells ??= []).AddRange(RollUp.Change(Before(entry), entry.State == EntityState.Deleted ? null : Of(entry.Entity)));
        return cells ?? [];
    }

    private static LeadPath? Before(EntityEntry<LeadRow> entry) =>
        entry.State == EntityState.Added ? null : Of((LeadRow)entry.OriginalValues.ToObject());

    private static Segment SegmentOf(LeadRow lead) =>
        new(Labels.Of(lead.Source), Labels.Of(lead.Campaign), $"{lead.OwnerId}", lead.Language, lead.Channel);
}
