using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class MoneyParserTests
{
    [Theory]
    [InlineData("1.500,50 € como mucho", "budget", "ES", "EUR", "2026-11-22", "..1500.5 EUR once")]
    [InlineData("entre 10 y 20 mil al año", "budget", "ES", "EUR", "2026-11-22", "10000..20000 EUR year")]
    [InlineData("$2k/mo tops", "budget", "US", "USD", "2026-11-22", "..2000 USD month")]
    [InlineData("its 12k, sorry, 21k for the whole thing", "budget", "US", "USD", "2026-11-22", "21000 USD once")]
    [InlineData("at least 3 grand a year", "budget", "GB", "GBP", "2026-11-22", "3000.. GBP year")]
    [InlineData("medio millon de pesos", "budget", "CO", "COP", "2026-11-22", "500000 COP once")]
    [InlineData("mil quinientos dólares", "budget", "PE", "PEN", "2026-11-22", "1500 USD once")]
    [InlineData("2 lakhs", "budget", "IN", "INR", "2026-11-22", "200000 INR once")]
    [InlineData("200 lucas al mes", "budget", "CL", "CLP", "2026-11-22", "200000 CLP month")]
    [InlineData("3 palos para esto", "budget", "AR", "ARS", "2026-11-22", "3000000 ARS once")]
    [InlineData("unos 5000, 6000 como mucho", "budget", "ES", "EUR", "2026-11-22", "5000..6000 EUR once")]
    [InlineData("facturamos 2 millones al año", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("pagamos 90 al mes y llegariamos hasta 150 al mes", null, "ES", "EUR", "2026-11-22", "..150 EUR month")]
    [InlineData("1,00,000 rupees", "budget", "IN", "INR", "2026-11-22", "100000 INR once")]
    [InlineData("un millón y medio", "budget", "CL", "CLP", "2026-11-22", "1500000 CLP once")]
    [InlineData("two and a half grand", "budget", "GB", "GBP", "2026-11-22", "2500 GBP once")]
    [InlineData("12 personas", "budget", "ES", "EUR", "2026-11-22", null)]
    [InlineData("50%", "budget", "ES", "EUR", "2026-11-22", null)]
    [InlineData("unos 4000 al año", "authority", "ES", "EUR", "2026-11-22", "4000 EUR year")]
    [InlineData("about 700 a month", "company", "GB", "GBP", "2026-11-22", "700 GBP month")]
    [InlineData("damos 300 citas al mes", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("tenemos contrato con otros hasta 2029", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("on your plan since 2022", null, "US", "USD", "2026-11-22", null)]
    public void An_amount_is_read_with_its_bounds_currency_and_period(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Budget));
}
