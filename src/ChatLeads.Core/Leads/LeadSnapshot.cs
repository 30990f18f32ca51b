using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Leads;

/// <summary>A consented lead as a conversation now knows it. Facts that a stored lead has besides are kept.</summary>
/// <param name="Stage">As the conversation alone would have it (lead or MQL); staff's later stages are never lowered by it.</param>
/// <param name="Marketing">Whether marketing was agreed to, by itself.</param>
public sealed record LeadSnapshot(
    IReadOnlyList<Fact> Facts,
    Score Score,
    Stage Stage,
    string Language,
    string Channel,
    Visit? Visit,
    bool Marketing);
