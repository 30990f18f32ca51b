using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class EmailParserTests
{
    [Theory]
    [InlineData("escribidme a Ana.Ruiz@Acme.ES", null, "ES", "EUR", "2026-11-22", "ana.ruiz@acme.es")]
    [InlineData("ana guion bajo ruiz arroba acme punto com", "email", "ES", "EUR", "2026-11-22", "ana_ruiz@acme.com")]
    [InlineData("owen at brightroof dot co dot uk", "email", "GB", "GBP", "2026-11-22", "owen@brightroof.co.uk")]
    [InlineData("its mark [at] brightside (dot) io", "email", "US", "USD", "2026-11-22", "mark@brightside.io")]
    [InlineData("es marta@a.com y no martha@a.com", null, "ES", "EUR", "2026-11-22", "marta@a.com")]
    [InlineData("I work at acme.com", null, "US", "USD", "2026-11-22", null)]
    [InlineData("mi correo es pepe84 arroba hotmail punto com", null, "ES", "EUR", "2026-11-22", "pepe84@hotmail.com")]
    [InlineData("my accountant's email is x@y.com", null, "GB", "GBP", "2026-11-22", null)]
    [InlineData("sales dot team at bright hyphen homes dot com", "email", "GB", "GBP", "2026-11-22", "sales.team@bright-homes.com")]
    public void An_address_is_read_however_it_is_said(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Email));
}
