using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>How a message came to be read as it was: for owners of a playbook, and for mending the lexicon.</summary>
public sealed record Explanation(Reading Reading, IReadOnlyList<ExplainedCandidate> Candidates, IReadOnlyList<ExplainedCue> Cues);

/// <summary>What one parser read. <paramref name="Lost"/> says why it is no fact; null when it is one.</summary>
/// <param name="Start">Of the original text, in UTF-16 units.</param>
/// <param name="Weight">How sure the parser was, 1–100.</param>
public sealed record ExplainedCandidate(string Parser, Field Field, FactValue Value, int Start, int Length, int Weight, string? Lost);

/// <summary>A pattern of the lexicon that matched, and the words it matched.</summary>
public sealed record ExplainedCue(string Section, string Language, string Pattern, string Text);
