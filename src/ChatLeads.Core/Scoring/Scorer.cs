namespace ChatLeads.Core.Scoring;

/// <summary>Evidence to score, by arithmetic alone (law 5).</summary>
public static class Scorer
{
    public static Score Score(ScoringRules rules, Evidence evidence, DateTimeOffset now) =>
        new Assessment(rules, evidence, now).ToScore();
}
