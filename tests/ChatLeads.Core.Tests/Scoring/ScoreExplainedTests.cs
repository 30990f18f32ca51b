using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Scoring;

public class ScoreExplainedTests
{
    [Fact]
    public void A_hot_lead_in_both_languages()
    {
        var score = Given.Scored("authority=decides need budget=5000-6000EUR/year timeline=now size=14");

        Assert.Equal(93, score.Total);
        Assert.Equal(
            ["plazo inmediato +25", "el presupuesto encaja (unos 6.000 € al año) +20", "necesidad clara +18", "decide +18",
             "tamaño que encaja (14 personas) +10"],
            score.Points.Where(p => p.Points > 2).Select(p => $"{p.Reason["es"]} +{p.Points}"));
        Assert.Equal("the budget fits (about €6,000 a year)", score.Points[1].Reason["en"]);
        Assert.Equal("budget=5000-6000EUR/year", score.Points[1].From?.Text);
        Assert.Empty(score.HeldBy);
    }

    /// <summary>The example of docs/scoring.md.</summary>
    [Theory]
    [InlineData("size=14 need timeline=now authority=decides", 0, 71, Temperature.Warm, "budget")]
    [InlineData("size=14 need timeline=now authority=decides !budget", 0, 71, Temperature.Warm, "")]
    [InlineData("size=14 need timeline=now authority=decides budget=5000-6000EUR/year", 0, 91, Temperature.Hot, "")]
    [InlineData("size=14 need timeline=now authority=decides budget=5000-6000EUR/year", 15, 84, Temperature.Hot, "")]
    [InlineData("size=14 need timeline=now authority=decides budget=5000-6000EUR/year", 30, 76, Temperature.Warm, "")]
    public void The_worked_example(string said, int daysAgo, int total, Temperature temperature, string missing)
    {
        var score = Core.Scoring.Scorer.Score(Given.Rules, Given.Evidence(said, daysAgo) with { Messages = 2 }, Given.Now);
        Assert.Equal((total, temperature, missing), (score.Total, score.Temperature, string.Join(' ', score.Missing)));
    }

    [Fact]
    public void A_capped_dimension_tells_only_the_points_that_count()
    {
        var timing = Given.Scored("timeline=now ready_to_buy").Points.Where(p => p.Dimension == Core.Scoring.Dimension.Timing);
        Assert.Equal([25], timing.Select(p => p.Points));
    }

    [Fact]
    public void A_warm_lead_tells_what_it_lacks_and_a_cold_one_why() => Assert.Multiple(
        () => Assert.Equal(["un presupuesto que llegue"], Given.Scored("authority=decides need timeline=now !budget").HeldBy.Select(h => h["es"])),
        () => Assert.Equal(["is in no hurry"], Given.Scored("authority=decides need timeline=none").HeldBy.Select(h => h["en"])));

    [Fact]
    public void A_correction_takes_the_place_of_what_was_said()
    {
        var first = Given.Evidence("authority=decides need budget=9000EUR/year timeline=none", daysAgo: 1);
        var corrected = first with { Facts = [.. first.Facts, .. Given.Evidence("timeline=now").Facts] };
        Assert.Equal(Temperature.Hot, Core.Scoring.Scorer.Score(Given.Rules, corrected, Given.Now).Temperature);
    }

    [Theory]
    [InlineData("budget=-250EUR/month", "3.000")]
    [InlineData("budget=6000-8000GBP/year", "9.280")]
    [InlineData("budget=2000000COP/month", "5.280")]
    [InlineData("budget=4000EUR", "4.000")]
    public void Budgets_compare_as_a_year_of_euros(string evidence, string amount) =>
        Assert.Contains(amount, Given.Scored(evidence).Points[0].Reason["es"], StringComparison.Ordinal);

    [Fact]
    public void Money_of_an_unknown_currency_earns_nothing() =>
        Assert.DoesNotContain(Given.Scored("budget=9000XAU").Points, p => p.Dimension == Core.Scoring.Dimension.Budget);
}
