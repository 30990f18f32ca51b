using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>What evidence comes to. Its parts are worked out when they are asked for: most turns of a talk ask for the temperature alone.</summary>
internal sealed class Assessment
{
    private readonly ScoringRules rules;
    private readonly Evidence evidence;

    /// <summary>In days, one for each of the rules' conditions.</summary>
    private readonly int[] ages;

    private readonly Tally tally;
    private IReadOnlyList<Field>? missing;

    public Assessment(ScoringRules rules, Evidence evidence, DateTimeOffset now)
    {
        (this.rules, this.evidence) = (rules, evidence);
        ages = Ages(now);
        tally = Tally.Of(rules, ages);
        Temperature = tally.Temperature(rules);
    }

    public Temperature Temperature { get; }

    /// <inheritdoc cref="Score.Missing"/>
    public IReadOnlyList<Field> Missing => missing ??= WhatIf.Missing(rules, evidence, ages, tally);

    public Score ToScore() => new(tally.Total, Temperature, Points(), Missing) { HeldBy = HeldBy() };

    private int[] Ages(DateTimeOffset now)
    {
        var ages = new int[rules.Conditions.Length];
        for (var i = 0; i < ages.Length; i++)
            ages[i] = rules.Conditions[i] is not FieldCondition && ShownBy(i) is { } quote ? AgeInDays(quote.At, now) : Tally.NotShown;
        // A field's fact is looked up once for all that is asked of it.
        foreach (var field in rules.Fields)
            if (evidence.About(field.Field) is { } fact)
                foreach (var condition in field.Conditions)
                    if (rules.Conditions[condition] is FieldCondition on && on.Holds(fact.Value, rules.Rates))
                        ages[condition] = AgeInDays(fact.Quote.At, now);
        return ages;
    }

    private Quote? ShownBy(int condition) => rules.Conditions[condition].ShownBy(evidence, rules.Rates);

    /// <summary>A clock that was set back makes no evidence younger than new.</summary>
    private static int AgeInDays(DateTimeOffset at, DateTimeOffset now) => (int)Math.Max(0, (now - at).TotalDays);

    private List<ScorePoint> Points()
    {
        var told = new Tally();
        var points = new List<ScorePoint>();
        // A full dimension tells its strongest reasons.
        foreach (var rule in rules.Rules.Where(rule => (tally.Shown & rule.Bit) != 0).OrderByDescending(rule => Tally.Worth(rules, rule, ages)))
            if (told.Add(rules, rule, ages) is { } granted && (granted > 0 || rule.Points == 0))
                points.Add(new ScorePoint(rule.Dimension, granted, Reasons.For(rules, rule, evidence), QuoteOf(rule)));
        return [.. points.OrderByDescending(point => point.Points)];
    }

    private Quote? QuoteOf(ScoringRule rule) => ShownBy(rule.Needs[0]) is { MessageId: not "" } quote ? quote : null;

    private List<IReadOnlyDictionary<string, string>> HeldBy()
    {
        var held = new List<IReadOnlyDictionary<string, string>>();
        if (Temperature == Temperature.Cold)
            foreach (var gate in rules.ColdGates)
                if (gate.Closes(tally))
                    held.Add(gate.Reason);
        if (held.Count > 0)
            return held;
        foreach (var gate in rules.HotGates)
            if (!gate.Opens(tally))
                held.Add(gate.Lacks);
        return held;
    }
}
