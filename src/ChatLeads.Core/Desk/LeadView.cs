using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Desk;

/// <summary>A stored lead as staff see it.</summary>
/// <param name="Number">What staff call it by.</param>
/// <param name="Language">That the prospect speaks.</param>
/// <param name="Channel">That they wrote on: <c>webchat</c>, <c>telegram</c>, <c>teams</c>.</param>
public sealed record LeadView(
    int Number,
    IReadOnlyList<Fact> Facts,
    Score Score,
    Stage Stage,
    string Language,
    string Channel,
    DateTimeOffset CreatedAt)
{
    /// <summary>The rep's name; null while it is nobody's.</summary>
    public string? Owner { get; init; }

    /// <summary>Who is asked to take it, where that is not the reader.</summary>
    public string? OfferedTo { get; init; }

    /// <summary>Since when nothing reaches them in the chat where they were heard last; null while it does.</summary>
    public DateTimeOffset? UnreachableSince { get; init; }

    public Visit? Visit { get; init; }

    /// <summary>What the prospect wanted, as far as it bears on the next step.</summary>
    public IReadOnlySet<Intent> Intents { get; init; } = new HashSet<Intent>();

    public IReadOnlyList<ConsentRecord> Consents { get; init; } = [];

    /// <summary>When it first became hot.</summary>
    public DateTimeOffset? HotAt { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    public FactValue? ValueOf(Field field) => FactOf(field)?.Value;

    public Fact? FactOf(Field field) => Facts.FirstOrDefault(fact => fact.Field == field);

    public string? TextOf(Field field) => (ValueOf(field) as TextValue)?.Text;
}
