using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class NameParserTests
{
    [Theory]
    [InlineData("me llamo rosa blanco", "name", "ES", "EUR", "2026-11-22", "Rosa Blanco")]
    [InlineData("its will, will grant", "name", "US", "USD", "2026-11-22", "Will Grant")]
    [InlineData("soy mercedes, aunque vendemos coches", "name", "ES", "EUR", "2026-11-22", "Mercedes")]
    [InlineData("im May from Dallas", null, "US", "USD", "2026-11-22", "May")]
    [InlineData("buenas, Fabián Cortés de Solar Andina", null, "CO", "COP", "2026-11-22", "Fabián Cortés")]
    [InlineData("el que firma es Andrés, mi jefe. yo soy Pilar", null, "ES", "EUR", "2026-11-22", "Pilar")]
    [InlineData("my colleague Dan Price told me about you", null, "US", "USD", "2026-11-22", null)]
    [InlineData("JAVIER GOMEZ", "name", "MX", "MXN", "2026-11-22", "Javier Gomez")]
    [InlineData("maria de los angeles ruiz", "name", "ES", "EUR", "2026-11-22", "Maria de los Angeles Ruiz")]
    [InlineData("it's Siobhán O'Neill", "name", "IE", "EUR", "2026-11-22", "Siobhán O'Neill")]
    [InlineData("hold on a sec", "name", "US", "USD", "2026-11-22", null)]
    [InlineData("im interested in a crm", null, "US", "USD", "2026-11-22", null)]
    [InlineData("soy autonomo", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("i'm not Dave, i'm Steve", "name", "GB", "GBP", "2026-11-22", "Steve")]
    [InlineData("hello, Corvin Tarrant, yard manager at Oakline Freight", null, "GB", "GBP", "2026-11-22", "Corvin Tarrant")]
    [InlineData("this is Austin from Brightwork Dental", null, "US", "USD", "2026-11-22", "Austin")]
    [InlineData("Zuberi speaking", null, "GB", "GBP", "2026-11-22", "Zuberi")]
    [InlineData("my name is Con Daly we've a shop in tralee", null, "IE", "EUR", "2026-11-22", "Con Daly")]
    [InlineData("Sarah Kemp from the chamber of commerce gave me your link", null, "GB", "GBP", "2026-11-22", null)]
    [InlineData("hey its sunita, i run a tiffin service", null, "GB", "GBP", "2026-11-22", "Sunita")]
    [InlineData("this is Brightwork Dental", null, "GB", "GBP", "2026-11-22", null)]
    [InlineData("its urgent, we open on monday", null, "GB", "GBP", "2026-11-22", null)]
    public void Only_the_persons_own_name_is_read(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Name));
}
