using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Conversations;

/// <summary>How a conversation stands, scored as it is.</summary>
public static class Standing
{
    public static Score Score(Playbook playbook, ConversationState state, DateTimeOffset now) => Assess(playbook, state, now).ToScore();

    internal static Assessment Assess(Playbook playbook, ConversationState state, DateTimeOffset now) => new(
        playbook.Scoring,
        new Evidence(state.Facts, state.Signals, state.Turns, state.LastHeard ?? now, state.Declined.ToHashSet()),
        now);

    /// <summary>Whether two states of a turn score alike: what evidence is made of is the very same.</summary>
    internal static bool RestsOnTheSame(ConversationState a, ConversationState b) =>
        ReferenceEquals(a.Facts, b.Facts) && ReferenceEquals(a.Signals, b.Signals) && ReferenceEquals(a.Declined, b.Declined)
        && a.Turns == b.Turns && a.LastHeard == b.LastHeard;

    /// <summary><c>hot</c>, <c>warm</c>, <c>cold</c>, or <c>not_a_lead</c> for whoever did not consent or cannot be reached.</summary>
    public static string Temperature(ConversationState state, Score score) => state.IsLead
        ? score.Temperature switch { Leads.Temperature.Hot => "hot", Leads.Temperature.Warm => "warm", _ => "cold" }
        : "not_a_lead";
}
