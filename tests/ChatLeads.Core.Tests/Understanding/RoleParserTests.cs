using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class RoleParserTests
{
    [Theory]
    [InlineData("soy la dueña", "role", "ES", "EUR", "2026-11-22", "dueña")]
    [InlineData("im the office manager", "role", "US", "USD", "2026-11-22", "office manager")]
    [InlineData("jefa de estudios", "role", "ES", "EUR", "2026-11-22", "jefa de estudios")]
    [InlineData("soy directora de compras de Hoteles Brisa", null, "ES", "EUR", "2026-11-22", "directora de compras")]
    [InlineData("no soy la dueña, soy la contable", null, "ES", "EUR", "2026-11-22", "contable")]
    [InlineData("co-founder & CTO", "role", "US", "USD", "2026-11-22", "co-founder & CTO")]
    [InlineData("my boss is the director", null, "US", "USD", "2026-11-22", null)]
    [InlineData("necesitamos un gerente", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("VP of Operations", "role", "US", "USD", "2026-11-22", "VP of Operations")]
    [InlineData("responsable de marketing y ventas", "role", "ES", "EUR", "2026-11-22", "responsable de marketing y ventas")]
    [InlineData("corredora de seguros", "industry", "CO", "COP", "2026-11-22", null)]
    public void A_title_is_read_without_its_article(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Role));
}
