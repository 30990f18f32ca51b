using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>Which open questions still matter: every joint answer to them is tallied, and those that change nothing drop out.</summary>
internal sealed class WhatIf
{
    private readonly ScoringRules rules;
    private readonly FieldAnswers[] open;
    private readonly int[] ages;

    /// <summary>The <see cref="Temperature"/> after each joint answer; the last field's answers change fastest.</summary>
    private readonly byte[] outcomes;

    private WhatIf(ScoringRules rules, FieldAnswers[] open, int[] ages, in Tally known)
    {
        (this.rules, this.open, this.ages) = (rules, open, [.. ages]);
        var (all, most) = (1, 0);
        foreach (var field in open)
            (all, most) = (all * field.Answers.Length, most + field.Most);
        outcomes = new byte[all];
        Answer(0, known, most, outcomes);
    }

    /// <summary>Unknown fields whose answer could change the temperature, the one that moves it furthest on average first.</summary>
    /// <param name="ages">Of the conditions as they are now.</param>
    /// <param name="known">What those amount to.</param>
    public static IReadOnlyList<Field> Missing(ScoringRules rules, Evidence evidence, int[] ages, in Tally known)
    {
        var open = Array.FindAll(rules.Fields, field => evidence.About(field.Field) is null && !evidence.Refused.Contains(field.Field));
        return open.Length == 0 ? [] : new WhatIf(rules, open, ages, known).Telling();
    }

    /// <summary>Goes through the answers to the open fields from <paramref name="next"/> on.</summary>
    /// <param name="most">The points that they can bring.</param>
    /// <param name="outcomes">All <see cref="Temperature.Cold"/>.</param>
    private void Answer(int next, in Tally soFar, int most, Span<byte> outcomes)
    {
        if (soFar.Total + most < rules.Lines.Warm)
            return;
        if (next == open.Length)
        {
            outcomes[0] = (byte)soFar.Temperature(rules);
            return;
        }
        var answers = open[next].Answers;
        var each = outcomes.Length / answers.Length;
        for (var i = 0; i < answers.Length; i++)
        {
            var tally = soFar;
            foreach (var condition in answers[i].Conditions)
                ages[condition] = 0;
            // One that also needs a field further on does not apply yet: that field's answer brings it.
            foreach (var rule in answers[i].Rules)
                tally.Add(rules, rule, ages);
            Answer(next + 1, tally, most - open[next].Most, outcomes.Slice(i * each, each));
            foreach (var condition in answers[i].Conditions)
                ages[condition] = Tally.NotShown;
        }
    }

    private List<Field> Telling()
    {
        var telling = new List<(Field Field, double Swing)>(open.Length);
        var stride = outcomes.Length;
        foreach (var field in open)
        {
            stride /= field.Answers.Length;
            var swing = Swing(stride, field.Answers.Length);
            var rank = telling.Count;
            while (rank > 0 && telling[rank - 1].Swing < swing)
                rank--;
            if (swing > 0)
                telling.Insert(rank, (field.Field, swing));
        }
        return telling.ConvertAll(entry => entry.Field);
    }

    /// <summary>How far apart a field's answers put the temperature, all else equal, on average over all else.</summary>
    private double Swing(int stride, int answers)
    {
        var total = 0;
        for (var block = 0; block < outcomes.Length; block += stride * answers)
            for (var line = block; line < block + stride; line++)
            {
                var (least, most) = (byte.MaxValue, byte.MinValue);
                for (var i = line; i < line + stride * answers; i += stride)
                    (least, most) = (Math.Min(least, outcomes[i]), Math.Max(most, outcomes[i]));
                total += most - least;
            }
        return (double)total * answers / outcomes.Length;
    }
}
