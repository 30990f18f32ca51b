using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class AuthorityParserTests
{
    [Theory]
    [InlineData("soy la dueña", "role", "ES", "EUR", "2026-11-22", "decides")]
    [InlineData("im the office manager", "role", "US", "USD", "2026-11-22", null)]
    [InlineData("lo decido yo con mi hermana", null, "ES", "EUR", "2026-11-22", "decides")]
    [InlineData("my boss signs, i just put together the shortlist for her", "authority", "GB", "GBP", "2026-11-22", "influences")]
    [InlineData("yo solo lo voy a usar, en la compra no tengo ni voz ni voto", "authority", "ES", "EUR", "2026-11-22", "uses")]
    [InlineData("yes, its my call", "authority", "US", "USD", "2026-11-22", "decides")]
    [InlineData("where do i sign?", null, "US", "USD", "2026-11-22", null)]
    [InlineData("lo firmo hoy", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("deciden los socios, yo propongo y comparo", "authority", "CO", "COP", "2026-11-22", "influences")]
    [InlineData("lo decide mi jefe", "authority", "ES", "EUR", "2026-11-22", "influences")]
    [InlineData("yo", "authority", "ES", "EUR", "2026-11-22", "decides")]
    [InlineData("yo", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("its me and 2 others", "company_size", "US", "USD", "2026-11-22", null)]
    public void The_say_is_read_only_where_it_is_stated(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Authority));
}
