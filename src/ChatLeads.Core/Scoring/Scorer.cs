using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>Evidence to score, by arithmetic alone (law 5).</summary>
public static class Scorer
{
    public static Score Score(ScoringRules rules, Evidence evidence, DateTimeOffset now)
    {
        var quotes = Array.ConvertAll(rules.Conditions, condition => condition.ShownBy(evidence, rules.Rates));
        var ages = Array.ConvertAll(quotes, quote => quote is null ? Tally.NotShown : AgeInDays(quote.At, now));
        var tally = new Tally();
        var points = new List<ScorePoint>();
        // A full dimension tells its strongest reasons.
        foreach (var rule in rules.Rules.OrderByDescending(rule => Tally.Worth(rules, rule, ages)))
            if (tally.Add(rules, rule, ages) is { } granted && (granted > 0 || rule.Points == 0))
                points.Add(new ScorePoint(rule.Dimension, granted, Reasons.For(rules, rule, evidence), QuoteOf(quotes[rule.Needs[0]])));
        return new Score(tally.Total, tally.Temperature(rules), [.. points.OrderByDescending(point => point.Points)], WhatIf.Missing(rules, evidence, ages))
        {
            HeldBy = HeldBy(rules, tally),
        };
    }

    /// <summary>A clock that was set back makes no evidence younger than new.</summary>
    private static int AgeInDays(DateTimeOffset at, DateTimeOffset now) => (int)Math.Max(0, (now - at).TotalDays);

    private static Quote? QuoteOf(Quote? quote) => quote is { MessageId: "" } ? null : quote;

    private static List<IReadOnlyDictionary<string, string>> HeldBy(ScoringRules rules, Tally tally)
    {
        var closed = rules.ColdGates.Where(gate => gate.Closes(tally)).Select(gate => gate.Reason).ToList();
        var lacking = rules.HotGates.Where(gate => !gate.Opens(tally)).Select(gate => gate.Lacks).ToList();
        return tally.Temperature(rules) is Temperature.Cold && closed.Count > 0 ? closed : lacking;
    }
}
