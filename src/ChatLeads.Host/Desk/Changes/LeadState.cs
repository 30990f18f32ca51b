using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>What staff can change of a lead.</summary>
internal sealed record LeadState
{
    public int? OwnerId { get; init; }
    public DateTimeOffset? ClaimedAt { get; init; }
    public Stage Stage { get; init; }

    /// <summary>The days on which the funnel saw it pass each stage.</summary>
    public IReadOnlyDictionary<Stage, DateOnly> Reached { get; init; } = new Dictionary<Stage, DateOnly>();

    public Exit? Left { get; init; }
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public int? SnoozedBy { get; init; }
    public DateTimeOffset? FirstWordAt { get; init; }

    public static LeadState Of(LeadRow lead) => new()
    {
        Reached = LeadPaths.Of(lead).Reached,
        Left = LeadPaths.Of(lead).Left,
        OwnerId = lead.OwnerId,
        ClaimedAt = lead.ClaimedAt,
        Stage = lead.Stage,
        Amount = lead.Amount,
        Currency = lead.Currency,
        SnoozedUntil = lead.SnoozedUntil,
        SnoozedBy = lead.SnoozedBy,
        FirstWordAt = lead.FirstWordAt,
    };

    /// <summary>Whether all that a change made different is still as it left it.</summary>
    public static bool IsAsLeft(LeadState before, LeadState after, LeadState now)
    {
        return Same(state => state.OwnerId) && Same(state => state.Stage) && Same(state => state.Left) && Same(state => (state.Amount, state.Currency))
            && Same(state => (state.SnoozedUntil, state.SnoozedBy)) && Same(state => state.FirstWordAt);

        bool Same<T>(Func<LeadState, T> part) =>
            EqualityComparer<T>.Default.Equals(part(before), part(after)) || EqualityComparer<T>.Default.Equals(part(after), part(now));
    }
}
