using ChatLeads.Core.Funnels;

namespace ChatLeads.Core.Tests.Funnels;

/// <summary>The worked example of docs/funnel.md.</summary>
public class CostTests
{
    private static readonly Period October = new(new(2026, 10, 1), new(2026, 10, 31));

    private static readonly FunnelReport Report = new(
        October, Basis.Cohort, FunnelCounts.None, SplitBy.Source,
        [
            new("google", new(300, 50, 28, 14, 7, 2, 1, 3)),
            new("instagram", new(90, 10, 2, 0, 0, 0, 0, 1)),
            new("", new(60, 18, 6, 3, 1, 1, 0, 0)),
        ]);

    [Fact]
    public void Cost_per_lead_and_per_customer_divide_the_periods_cost_by_the_cohort()
    {
        var rows = Sources.Rows(Report, [new("google", 500, "EUR", October)], [new("google", 9_000, "EUR", October)]);

        var google = rows.Single(row => row.Source == "google");
        Assert.Equal(10m, google.Cpl["EUR"]);
        Assert.Equal(250m, google.Cpa["EUR"]);
        Assert.Equal(18m, google.Return["EUR"]);
    }

    [Fact]
    public void A_source_without_a_cost_has_no_price_rather_than_zero()
    {
        var rows = Sources.Rows(Report, [new("google", 500, "EUR", October)], []);

        Assert.Empty(rows.Single(row => row.Source.Length == 0).Cpl);
        Assert.Empty(rows.Single(row => row.Source == "instagram").Cpl);
    }

    [Fact]
    public void Several_currencies_are_never_added_up()
    {
        var rows = Sources.Rows(Report, [new("google", 500, "EUR", October), new("google", 100, "USD", October)], []);

        var google = rows.Single(row => row.Source == "google");
        Assert.Equal(10m, google.Cpl["EUR"]);
        Assert.Equal(2m, google.Cpl["USD"]);
    }

    [Fact]
    public void A_cost_that_reaches_beyond_the_period_counts_by_its_days()
    {
        var quarter = new Cost("google", 920, "EUR", new(new(2026, 10, 1), new(2026, 12, 31)));

        Assert.Equal(310m, quarter.Within(October));
    }

    [Fact]
    public void Money_spent_on_a_source_that_brought_nobody_is_shown()
    {
        var rows = Sources.Rows(Report, [new("radio", 200, "EUR", October)], []);

        var radio = rows.Single(row => row.Source == "radio");
        Assert.Equal(200m, radio.Spent["EUR"]);
        Assert.Empty(radio.Cpl);
    }
}
