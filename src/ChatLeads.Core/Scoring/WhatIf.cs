using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>Which open questions still matter: every joint answer to them is tallied, and those that change nothing drop out.</summary>
internal sealed class WhatIf
{
    private readonly ScoringRules rules;
    private readonly FieldAnswers[] open;
    private readonly int[] ages;

    /// <summary>The rules that the answer to each open field settles, given those before it.</summary>
    private readonly List<ScoringRule>[] settledBy;

    private readonly List<Temperature> outcomes = [];

    private WhatIf(ScoringRules rules, FieldAnswers[] open, int[] ages)
    {
        (this.rules, this.open, this.ages) = (rules, open, [.. ages]);
        settledBy = Array.ConvertAll(open, _ => new List<ScoringRule>());
        var known = new Tally();
        foreach (var rule in rules.Rules)
            if (Array.FindLastIndex(open, field => rule.Needs.AsSpan().IndexOfAny(field.Conditions) >= 0) is >= 0 and var last)
                settledBy[last].Add(rule);
            else
                known.Add(rules, rule, ages);
        Answer(0, known);
    }

    /// <summary>Unknown fields whose answer could change the temperature, the one that moves it furthest on average first.</summary>
    /// <param name="ages">Of the conditions as they are now.</param>
    public static IReadOnlyList<Field> Missing(ScoringRules rules, Evidence evidence, int[] ages)
    {
        var open = Array.FindAll(rules.Fields, field => evidence.About(field.Field) is null && !evidence.Refused.Contains(field.Field));
        return open.Length == 0 ? [] : new WhatIf(rules, open, ages).Telling();
    }

    /// <summary>Goes through the answers to the open fields from <paramref name="next"/> on; the last field's change fastest.</summary>
    private void Answer(int next, in Tally soFar)
    {
        if (next == open.Length)
        {
            outcomes.Add(soFar.Temperature(rules));
            return;
        }
        foreach (var answer in open[next].Answers)
        {
            var tally = soFar;
            foreach (var condition in answer)
                ages[condition] = 0;
            foreach (var rule in settledBy[next])
                tally.Add(rules, rule, ages);
            Answer(next + 1, tally);
            foreach (var condition in answer)
                ages[condition] = Tally.NotShown;
        }
    }

    private List<Field> Telling()
    {
        var swings = new List<(Field Field, double Swing)>();
        var stride = outcomes.Count;
        foreach (var field in open)
        {
            stride /= field.Answers.Length;
            swings.Add((field.Field, Swing(stride, field.Answers.Length)));
        }
        return [.. swings.Where(s => s.Swing > 0).OrderByDescending(s => s.Swing).Select(s => s.Field)];
    }

    /// <summary>How far apart a field's answers put the temperature, all else equal, on average over all else.</summary>
    private double Swing(int stride, int answers)
    {
        var total = 0;
        for (var block = 0; block < outcomes.Count; block += stride * answers)
            for (var line = block; line < block + stride; line++)
            {
                var (least, most) = (Temperature.Hot, Temperature.Cold);
                for (var i = line; i < line + stride * answers; i += stride)
                    (least, most) = (outcomes[i] < least ? outcomes[i] : least, outcomes[i] > most ? outcomes[i] : most);
                total += most - least;
            }
        return (double)total * answers / outcomes.Count;
    }
}
