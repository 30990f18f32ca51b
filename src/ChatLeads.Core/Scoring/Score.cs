using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>What a score is made of. Their maxima add up to 100.</summary>
public enum Dimension { Fit, Need, Authority, Budget, Timing, Engagement }

/// <summary>A lead's score, with every point explained (law 5): the same facts always give the same score.</summary>
/// <param name="Total">0–100.</param>
/// <param name="Points">Strongest first.</param>
/// <param name="Missing">Unknown fields whose answer could still change the temperature, the most telling first.</param>
public sealed record Score(
    int Total,
    Temperature Temperature,
    IReadOnlyList<ScorePoint> Points,
    IReadOnlyList<Field> Missing)
{
    /// <summary>The gates that keep the lead from being hotter, in words by language: what a warm one lacks, why a cold one is cold.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> HeldBy { get; init; } = [];
}

/// <summary>Some points and why.</summary>
/// <param name="Points">0 when the evidence speaks for nothing but is worth telling ("no hurry").</param>
/// <param name="Reason">In words, by language (<c>es</c>, <c>en</c>).</param>
/// <param name="From">The message that it rests on; null when it rests on behaviour alone.</param>
public sealed record ScorePoint(
    Dimension Dimension,
    int Points,
    IReadOnlyDictionary<string, string> Reason,
    Quote? From);
