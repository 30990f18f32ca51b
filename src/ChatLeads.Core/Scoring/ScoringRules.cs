using System.Numerics;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Scoring;

/// <summary><c>dialogs/scoring.yaml</c>, validated: which evidence brings which points, and which gates a temperature has.</summary>
public sealed class ScoringRules
{
    /// <summary>Rules are bits of a gate.</summary>
    internal const int MostRules = 64;

    /// <summary>Joint answers that a what-if may have to go through; keeps <see cref="Score.Missing"/> far below a millisecond.</summary>
    internal const int MostAnswers = 20_000;

    internal CurrencyRates Rates { get; init; } = new(new Dictionary<string, string>(), new Dictionary<string, decimal>());

    /// <summary>The total from which a lead may be hot, and from which it is warm.</summary>
    internal (int Hot, int Warm) Lines { get; init; }

    /// <summary>How much of a rule, in percent, must be left to open a gate to heat. What closes one never fades: silence warms nobody.</summary>
    internal int GateCounts { get; init; }

    internal DimensionRules[] Dimensions { get; init; } = [];
    internal ScoringRule[] Rules { get; init; } = [];
    internal Condition[] Conditions { get; init; } = [];
    internal HotGate[] HotGates { get; init; } = [];
    internal ColdGate[] ColdGates { get; init; } = [];
    internal FieldAnswers[] Fields { get; init; } = [];

    /// <summary>Reads the file; what is wrong is added to <paramref name="errors"/>, and the result is then not to be used.</summary>
    public static ScoringRules Load(DialogFile file, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors) =>
        new ScoringRulesReader(languages).Read(DialogNode.Parse(file, errors));
}

/// <summary>A dimension's most points, and how its evidence fades.</summary>
/// <param name="Fades">By age: from so many days on, so much is left in percent. Days rise, percents fall.</param>
internal sealed record DimensionRules(int Cap, (int Days, int Left)[] Fades)
{
    /// <summary>What is left, in percent, of evidence of this age.</summary>
    public int Left(int days)
    {
        var left = 100;
        foreach (var fade in Fades)
            if (days >= fade.Days)
                left = fade.Left;
        return left;
    }
}

/// <summary>Points for evidence.</summary>
/// <param name="Bit">Stands for the rule in gates.</param>
/// <param name="Needs">Indexes of the conditions that must all hold.</param>
/// <param name="Reason">By language; <c>{value}</c> stands for the first condition's answer.</param>
internal sealed record ScoringRule(string Id, ulong Bit, Dimension Dimension, int Points, int[] Needs, IReadOnlyDictionary<string, string> Reason)
{
    public bool TellsValue { get; } = Reason.Values.Any(reason => reason.Contains("{value}", StringComparison.Ordinal));
}

/// <summary>What a hot lead needs: one of <paramref name="Any"/> and none of <paramref name="None"/> (bits of rules).</summary>
/// <param name="Lacks">What is missing when it fails, by language.</param>
internal sealed record HotGate(ulong Any, ulong None, IReadOnlyDictionary<string, string> Lacks)
{
    public bool Opens(in Tally tally) => (tally.Fresh & Any) != 0 && (tally.Shown & None) == 0;
}

/// <summary>What makes a lead cold whatever its points: all of <paramref name="All"/> unless one of <paramref name="Unless"/>.</summary>
internal sealed record ColdGate(ulong All, ulong Unless, IReadOnlyDictionary<string, string> Reason)
{
    public bool Closes(in Tally tally) => (tally.Shown & All) == All && (tally.Fresh & Unless) == 0;
}

/// <summary>All that an answer to a field can mean to the rules.</summary>
/// <param name="Conditions">Indexes of those on it.</param>
/// <param name="Answers">All that differ to them, the empty one (no answer) first.</param>
internal sealed record FieldAnswers(Field Field, int[] Conditions, FieldAnswer[] Answers)
{
    /// <summary>The points that an answer can bring.</summary>
    public int Most { get; } = Answers.Max(answer => answer.Rules.Sum(rule => rule.Points));

    /// <summary>The sets of conditions that one value can fulfil: every band begins or ends at an edge, so edges tell all.</summary>
    public static FieldAnswers Of(Field field, Condition[] all, IReadOnlyList<ScoringRule> rules)
    {
        var mine = Enumerable.Range(0, all.Length).Where(i => all[i] is FieldCondition c && c.Field == field).ToArray();
        var edges = mine.Select(i => all[i]).OfType<IsBetween>().SelectMany(b => new[] { b.From, b.To }).Distinct();
        var sets = edges.Select(edge => mine.Where(i => all[i] is IsBetween b && edge >= b.From && edge < b.To).ToArray())
            .Concat(mine.Where(i => all[i] is not IsBetween).Select(i => new[] { i }))
            .Prepend([])
            .DistinctBy(set => set.Aggregate(BigInteger.Zero, (bits, i) => bits | BigInteger.One << i));
        return new FieldAnswers(field, mine, [.. sets.Select(set => new FieldAnswer(set, [.. rules.Where(rule => rule.Needs.Intersect(set).Any())]))]);
    }
}

/// <summary>An answer to a field.</summary>
/// <param name="Conditions">Indexes of those that it fulfils together.</param>
/// <param name="Rules">That need one of them, and maybe others.</param>
internal sealed record FieldAnswer(int[] Conditions, ScoringRule[] Rules);
