using ChatLeads.Core.Funnels;
using ChatLeads.Host.CommandLine;

namespace ChatLeads.Host.Tests.Reports;

public class CostFileTests
{
    [Fact]
    public void Lines_are_read_with_the_firms_currency_where_none_is_said()
    {
        var (lines, errors) = Read("""
            source,campaign,from,to,amount,currency
            google,autumn,2026-10-01,2026-10-31,500,
            "radio, local",,2026-10-01,2026-12-31,920.50,usd
            """);

        Assert.Empty(errors);
        Assert.Equal(new CostLine(new Cost("google", 500, "EUR", new Period(new(2026, 10, 1), new(2026, 10, 31))), "autumn"), lines[0]);
        Assert.Equal(new CostLine(new Cost("radio, local", 920.50m, "USD", new Period(new(2026, 10, 1), new(2026, 12, 31))), null), lines[1]);
    }

    [Theory]
    [InlineData("google,2026-10-01,2026-10-31,abc", "2: `abc` is no amount")]
    [InlineData("google,2026-10-01,2026-10-31,-5", "2: `-5` is no amount")]
    [InlineData("google,1/10/2026,2026-10-31,5", "2: `1/10/2026` is no date")]
    [InlineData("google,2026-10-31,2026-10-01,5", "2: `to` is before `from`")]
    [InlineData(",2026-10-01,2026-10-31,5", "2: the source is missing")]
    [InlineData("google,2026-10-01", "2: there are 2 cells and 4 headings")]
    public void What_is_wrong_is_told_by_its_line(string line, string error)
    {
        var (lines, errors) = Read($"source,from,to,amount\n{line}\n");

        Assert.Empty(lines);
        Assert.StartsWith(error, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_headings_nothing_is_read() =>
        Assert.StartsWith("1: the headings", Assert.Single(Read("google,500").Errors), StringComparison.Ordinal);

    private static (IReadOnlyList<CostLine> Lines, IReadOnlyList<string> Errors) Read(string text)
    {
        using var reader = new StringReader(text);
        return CostFile.Read(reader, "EUR");
    }
}
