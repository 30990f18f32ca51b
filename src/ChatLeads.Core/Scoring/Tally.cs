using System.Runtime.CompilerServices;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>The arithmetic itself: rules are added one by one, and a temperature follows. A value, so that a what-if can branch off it.</summary>
internal struct Tally
{
    /// <summary>The age of a condition that nothing shows.</summary>
    public const int NotShown = -1;

    private Sums sums;

    /// <summary>0–100: what each dimension's cap lets through.</summary>
    public int Total { get; private set; }

    /// <summary>Bits of the rules that apply.</summary>
    public ulong Shown { get; private set; }

    /// <summary>Those of them of which enough is left to open a gate.</summary>
    public ulong Fresh { get; private set; }

    /// <param name="ages">In days, one for each of the rules' conditions.</param>
    public static Tally Of(ScoringRules rules, ReadOnlySpan<int> ages)
    {
        var tally = new Tally();
        foreach (var rule in rules.Rules)
            tally.Add(rules, rule, ages);
        return tally;
    }

    /// <summary>Counts <paramref name="rule"/> if it applies; tells the points that its dimension had room for, null when it does not apply.</summary>
    public int? Add(ScoringRules rules, ScoringRule rule, ReadOnlySpan<int> ages)
    {
        if (Age(rule, ages) is NotShown)
            return null;
        var dimension = rules.Dimensions[(int)rule.Dimension];
        var left = dimension.Left(Age(rule, ages));
        var granted = Math.Min(Worth(rule, left), dimension.Cap - sums[(int)rule.Dimension]);
        sums[(int)rule.Dimension] += granted;
        Total += granted;
        Shown |= rule.Bit;
        Fresh |= left >= rules.GateCounts ? rule.Bit : 0;
        return granted;
    }

    public readonly Temperature Temperature(ScoringRules rules)
    {
        if (Total < rules.Lines.Warm)
            return Leads.Temperature.Cold;
        foreach (var gate in rules.ColdGates)
            if (gate.Closes(this))
                return Leads.Temperature.Cold;
        if (Total < rules.Lines.Hot)
            return Leads.Temperature.Warm;
        foreach (var gate in rules.HotGates)
            if (!gate.Opens(this))
                return Leads.Temperature.Warm;
        return Leads.Temperature.Hot;
    }

    /// <summary>What a rule would bring by itself; 0 when it does not apply.</summary>
    public static int Worth(ScoringRules rules, ScoringRule rule, ReadOnlySpan<int> ages) =>
        Age(rule, ages) is not NotShown and var age ? Worth(rule, rules.Dimensions[(int)rule.Dimension].Left(age)) : 0;

    private static int Worth(ScoringRule rule, int left) => (rule.Points * left + 50) / 100;

    /// <summary>A rule is as old as the oldest of what it rests on.</summary>
    private static int Age(ScoringRule rule, ReadOnlySpan<int> ages)
    {
        var oldest = 0;
        foreach (var condition in rule.Needs)
        {
            if (ages[condition] == NotShown)
                return NotShown;
            oldest = Math.Max(oldest, ages[condition]);
        }
        return oldest;
    }

    /// <summary>By <see cref="Dimension"/>.</summary>
    [InlineArray(6)]
    private struct Sums
    {
        private int first;
    }
}
