using System.Globalization;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>A rule's reason in every language, with the value that it rests on.</summary>
internal static class Reasons
{
    public static IReadOnlyDictionary<string, string> For(ScoringRules rules, ScoringRule rule, Evidence evidence) =>
        rule.TellsValue && rules.Conditions[rule.Needs[0]] is FieldCondition condition && evidence.About(condition.Field) is { } fact
            ? rule.Reason.ToDictionary(
                reason => reason.Key,
                reason => reason.Value.Replace("{value}", Value(rules.Rates, fact.Value, reason.Key), StringComparison.Ordinal))
            : rule.Reason;

    private static string Value(CurrencyRates rates, FactValue value, string language) => value switch
    {
        RangeValue { Min: { } min, Max: { } max } when min != max => $"{Number(min, language)}–{Number(max, language)}",
        RangeValue range => Number(range.Max ?? range.Min ?? 0, language),
        MoneyValue => rates.Words[language].Replace("{amount}", Number(rates.Measure(value) ?? 0, language), StringComparison.Ordinal),
        ChoiceValue choice => choice.Id,
        TextValue text => text.Text,
        StatedValue => "",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Number(decimal number, string language) => number.ToString("N0", CultureInfo.GetCultureInfo(language));
}
