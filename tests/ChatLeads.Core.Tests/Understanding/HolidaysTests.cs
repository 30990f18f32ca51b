using System.Globalization;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Readers;

public class HolidaysTests
{
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_computed(int year, string day) => Assert.Equal(Day(day), Holidays.Easter(year));

    [Theory]
    [InlineData("12-25", "ES", "2026-12-25")]
    [InlineData("12-24..01-06", "ES", "2027-01-06")]
    [InlineData("easter-7..easter", "ES", "2027-03-28")]
    [InlineData("11#4thu", "US", "2026-11-26")]
    [InlineData("05#-1mon", "US", "2027-05-31")]
    [InlineData("CL 09-18..09-19; PE 07-28..07-29; 09-16", "CL", "2027-09-19")]
    [InlineData("CL 09-18..09-19; PE 07-28..07-29; 09-16", "MX", "2027-09-16")]
    [InlineData("table moons", "IN", "2027-10-29")]
    public void A_rule_gives_its_next_day(string rule, string region, string end)
    {
        var tables = new Phrases();
        tables.Add("moons", "2026-11-08 2027-10-29");
        Assert.Equal(Day(end), Holidays.Next(rule, region, TestReader.Today, tables)!.Value.End);
    }

    [Fact]
    public void A_table_that_has_ended_gives_nothing() =>
        Assert.Null(Holidays.Next("table moons", "IN", new DateOnly(2060, 1, 1), new Phrases()));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
