using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class HeadcountParserTests
{
    [Theory]
    [InlineData("somos 40, no perdon, 46", null, "MX", "MXN", "2026-11-22", "46")]
    [InlineData("somos 12 desde 2024", null, "ES", "EUR", "2026-11-22", "12")]
    [InlineData("entre quince y veinte segun la temporada", "company_size", "ES", "EUR", "2026-11-22", "15..20")]
    [InlineData("twenty to twenty-five", "company_size", "US", "USD", "2026-11-22", "20..25")]
    [InlineData("100+", "company_size", "US", "USD", "2026-11-22", "100..")]
    [InlineData("menos de diez", "company_size", "ES", "EUR", "2026-11-22", "..10")]
    [InlineData("yo y cuatro mas", "company_size", "MX", "MXN", "2026-11-22", "5")]
    [InlineData("just me", "company_size", "GB", "GBP", "2026-11-22", "1")]
    [InlineData("120 pupils and 14 teachers", null, "GB", "GBP", "2026-11-22", "14")]
    [InlineData("3 full time and 2 part time", "company_size", "US", "USD", "2026-11-22", "5")]
    [InlineData("perdon, antes puse 50 y somos 15 personas", "budget", "ES", "EUR", "2026-11-22", "15")]
    [InlineData("somos 35, no, perdón, 53", "company_size", "ES", "EUR", "2026-11-22", "53")]
    [InlineData("tenemos 3000 pacientes", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("open 24/7 since 2010", null, "US", "USD", "2026-11-22", null)]
    [InlineData("Office 365", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("a dozen people", "company_size", "US", "USD", "2026-11-22", "12")]
    public void People_are_counted_and_nothing_else(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.CompanySize));
}
