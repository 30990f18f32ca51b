using System.Text.Json;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Scoring;

/// <summary>Reads and checks <c>scoring.yaml</c>.</summary>
internal sealed class ScoringRulesReader(IReadOnlyCollection<string> languages)
{
    private const int MaxDays = 3650;
    private static readonly string[] DimensionIds = [.. Enum.GetNames<Dimension>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
    private static readonly string[] IntentIds = [.. Enum.GetNames<Intent>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private readonly List<Condition> conditions = [];
    private readonly List<ScoringRule> rules = [];

    public ScoringRules Read(DialogNode root)
    {
        root.AllowOnly("lines", "gates_count_from", "currency", "amount", "rates", "dimensions", "hot_needs", "cold_when");
        var dimensions = ReadDimensions(root.Require("dimensions"));
        var rates = ReadRates(root);
        var all = conditions.ToArray();
        return new ScoringRules
        {
            Rates = rates,
            Lines = ReadLines(root.Require("lines")),
            GateCounts = root.Require("gates_count_from").WholeNumber(1, 100),
            Dimensions = dimensions,
            Rules = [.. rules],
            Conditions = all,
            HotGates = [.. root.Require("hot_needs").Items().Select(ReadHotGate)],
            ColdGates = [.. root.Require("cold_when").Items().Select(ReadColdGate)],
            Fields = ReadFields(root, all),
        };
    }

    private static (int Hot, int Warm) ReadLines(DialogNode node)
    {
        node.AllowOnly("hot", "warm");
        var warm = node.Require("warm").WholeNumber(1, 99);
        return (node.Require("hot").WholeNumber(warm + 1, 100), warm);
    }

    private CurrencyRates ReadRates(DialogNode root)
    {
        var currency = root.Require("currency").Text();
        var rates = new Dictionary<string, decimal>();
        foreach (var (code, rate) in root.Require("rates").Entries())
        {
            if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
                rate.Error($"`{code}` is no currency code.", "Write three capitals, such as EUR.");
            rates[code] = rate.Number(0.0000001m, 10_000);
        }
        if (rates.GetValueOrDefault(currency) != 1)
            root.Error($"The rate of `{currency}` must be 1.", $"Add `{currency}: 1` to `rates`.");
        return new CurrencyRates(root.Require("amount").Translations(languages), rates);
    }

    private DimensionRules[] ReadDimensions(DialogNode node)
    {
        node.AllowOnly(DimensionIds);
        var dimensions = Enum.GetValues<Dimension>().Select(d => ReadDimension(d, node.Require(DimensionIds[(int)d]))).ToArray();
        if (dimensions.Sum(d => d.Cap) is var sum and not 100)
            node.Error($"The caps add up to {sum}.", "Let them add up to 100.");
        if (rules.Count > ScoringRules.MostRules)
            node.Error($"There are {rules.Count} rules.", $"Keep to {ScoringRules.MostRules}.");
        return dimensions;
    }

    private DimensionRules ReadDimension(Dimension dimension, DialogNode node)
    {
        node.AllowOnly("cap", "fades", "rules");
        var cap = node.Require("cap").WholeNumber(0, 100);
        foreach (var rule in node.Require("rules").Items())
            ReadRule(dimension, cap, rule);
        return new DimensionRules(cap, ReadFades(node.Get("fades")));
    }

    private static (int, int)[] ReadFades(DialogNode? node)
    {
        var fades = new List<(int, int)>();
        var (days, left) = (1, 99);
        foreach (var step in node?.Items() ?? [])
        {
            step.AllowOnly("after_days", "left");
            fades.Add((days = step.Require("after_days").WholeNumber(days, MaxDays), left = step.Require("left").WholeNumber(0, left)));
        }
        return [.. fades];
    }

    private void ReadRule(Dimension dimension, int cap, DialogNode node)
    {
        node.AllowOnly("id", "when", "points", "reason");
        var id = node.Require("id").Text();
        if (rules.Any(rule => rule.Id == id))
            node.Error($"The rule `{id}` is there twice.", "Give one of them another id.");
        var needs = node.Require("when").Entries().Select(entry => IndexOf(ReadCondition(entry.Key, entry.Value))).ToArray();
        var points = node.Require("points").WholeNumber(0, cap);
        rules.Add(new ScoringRule(id, 1UL << rules.Count, dimension, points, needs, node.Require("reason").Translations(languages)));
    }

    private int IndexOf(Condition condition)
    {
        if (!conditions.Contains(condition))
            conditions.Add(condition);
        return conditions.IndexOf(condition);
    }

    private static Condition ReadCondition(string key, DialogNode node) => key switch
    {
        "intent" => new HasShown((Intent)Array.IndexOf(IntentIds, node.OneOf(IntentIds))),
        "messages" => new HasWritten(node.WholeNumber(1, 1000)),
        _ => ReadFieldCondition(key, node),
    };

    private static FieldCondition ReadFieldCondition(string key, DialogNode node)
    {
        var field = new Field(key);
        if (!Field.Known.Contains(field))
            node.Error($"`{key}` is no field.", $"Write `intent`, `messages` or one of: {string.Join(", ", Field.Known)}.");
        if (Choices.Of(field) is { Count: > 0 } choices)
            return new ChoiceIs(field, node.OneOf([.. choices]));
        if (!node.IsMap)
        {
            node.OneOf("stated");
            return new IsStated(field);
        }
        node.AllowOnly("from", "below");
        var from = node.Get("from")?.Number(0, decimal.MaxValue) ?? 0;
        return new IsBetween(field, from, node.Get("below")?.Number(from, decimal.MaxValue) ?? decimal.MaxValue);
    }

    private HotGate ReadHotGate(DialogNode node)
    {
        node.AllowOnly("any", "none", "lacks");
        return new HotGate(Bits(node.Require("any")), Bits(node.Get("none")), node.Require("lacks").Translations(languages));
    }

    private ColdGate ReadColdGate(DialogNode node)
    {
        node.AllowOnly("all", "unless", "reason");
        return new ColdGate(Bits(node.Require("all")), Bits(node.Get("unless")), node.Require("reason").Translations(languages));
    }

    private ulong Bits(DialogNode? node)
    {
        string[] ids = rules.Count == 0 ? [""] : [.. rules.Select(rule => rule.Id)];
        ulong bits = 0;
        foreach (var item in node?.Items() ?? [])
            bits |= 1UL << Array.IndexOf(ids, item.OneOf(ids));
        return bits;
    }

    private FieldAnswers[] ReadFields(DialogNode root, Condition[] all)
    {
        FieldAnswers[] fields = [.. all.OfType<FieldCondition>().Select(c => c.Field).Distinct().Select(field => FieldAnswers.Of(field, all, rules))];
        if (fields.Aggregate(1.0, (product, field) => product * field.Answers.Length) > ScoringRules.MostAnswers)
            root.Error("The rules tell too many answers apart.", $"Merge bands until the answers' product is at most {ScoringRules.MostAnswers}.");
        return fields;
    }
}
