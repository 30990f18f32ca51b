using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class PlaceParserTests
{
    [Theory]
    [InlineData("no somos de barcelona, somos de girona", null, "ES", "EUR", "2026-11-22", "girona")]
    [InlineData("en el 28013 de madrid", "location", "ES", "EUR", "2026-11-22", "madrid")]
    [InlineData("austin, we moved here from denver in 2021", "location", "US", "USD", "2026-11-22", "austin")]
    [InlineData("os vio en la feria de Madrid", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("we're Paris Tiles", null, "GB", "GBP", "2026-11-22", null)]
    [InlineData("somos de Madrid pero la clinica esta en Segovia", "location", "ES", "EUR", "2026-11-22", "Segovia")]
    [InlineData("estamos en Mendoza", null, "AR", "ARS", "2026-11-22", "Mendoza")]
    [InlineData("based in Llanfairpwll", null, "GB", "GBP", "2026-11-22", "Llanfairpwll")]
    [InlineData("trabajo en Vallecas", null, "ES", "EUR", "2026-11-22", "Vallecas")]
    [InlineData("reading the manual now", null, "GB", "GBP", "2026-11-22", null)]
    public void A_place_is_read_where_it_says_where_they_are(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Location));
}
