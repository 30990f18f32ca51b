using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Scoring;

/// <summary>What money is worth, roughly: good enough to compare budgets, not to invoice.</summary>
/// <param name="Words">How an amount of the base currency is written, by language: <c>{amount} €</c>.</param>
/// <param name="Rates">By ISO 4217 code: what one unit is worth in the base currency.</param>
public sealed record CurrencyRates(IReadOnlyDictionary<string, string> Words, IReadOnlyDictionary<string, decimal> Rates)
{
    /// <summary>A number of people (the middle of a range), or the most that may be spent in a year; null when it cannot be told.</summary>
    public decimal? Measure(FactValue value) => value switch
    {
        RangeValue { Min: { } min, Max: { } max } => (min + (decimal)max) / 2,
        RangeValue range => range.Max ?? range.Min,
        MoneyValue money => AYear(money),
        _ => null,
    };

    /// <summary>A payment made once counts as the year's spend.</summary>
    private decimal? AYear(MoneyValue money)
    {
        if ((money.Max ?? money.Min) is not { } amount || !Rates.TryGetValue(money.Currency, out var rate))
            return null;
        var year = money.Per == Per.Month ? 12m : 1m;
        var limit = decimal.MaxValue / (year * Math.Max(rate, 1));
        return Math.Clamp(amount, -limit, limit) * rate * year;
    }
}
