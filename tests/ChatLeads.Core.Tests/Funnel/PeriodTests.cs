using ChatLeads.Core.Funnels;

namespace ChatLeads.Core.Tests.Funnels;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30")] // October: September, which is shorter
    [InlineData("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData("2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30")] // a quarter
    [InlineData("2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31")]
    [InlineData("2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31")] // a year
    [InlineData("2026-11-01", "2026-11-22", "2026-10-01", "2026-10-22")] // this month so far
    [InlineData("2026-01-01", "2026-11-22", "2025-01-01", "2025-11-22")] // this year so far
    [InlineData("2026-11-16", "2026-11-18", "2026-11-09", "2026-11-11")] // this week so far
    [InlineData("2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15")]
    [InlineData("2026-11-22", "2026-11-22", "2026-11-21", "2026-11-21")] // a day
    [InlineData("2026-10-24", "2026-11-22", "2026-09-24", "2026-10-23")] // the last 30 days
    public void A_period_is_compared_with_the_one_before(string from, string to, string beforeFrom, string beforeTo) =>
        Assert.Equal(Of(beforeFrom, beforeTo), Of(from, to).Before);

    [Theory]
    [InlineData(new double[0], null)]
    [InlineData(new[] { 9.0 }, 9.0)]
    [InlineData(new[] { 30.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 100.0 }, 3.0)]
    public void The_median_is_the_value_in_the_middle(double[] values, double? median) => Assert.Equal(median, Median.Of(values));

    private static Period Of(string from, string to) =>
        new(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
}
