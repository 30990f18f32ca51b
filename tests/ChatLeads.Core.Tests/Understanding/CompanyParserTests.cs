using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class CompanyParserTests
{
    [Theory]
    [InlineData("la empresa se llama Grupo 2000", "company", "ES", "EUR", "2026-11-22", "Grupo 2000")]
    [InlineData("we're Paris Tiles, a family shop", "company", "GB", "GBP", "2026-11-22", "Paris Tiles")]
    [InlineData("its called Studio 54 Interiors", "company", "US", "USD", "2026-11-22", "Studio 54 Interiors")]
    [InlineData("soy marcos de gestoria vidal", null, "ES", "EUR", "2026-11-22", "gestoria vidal")]
    [InlineData("facturad a nombre de Reformas Gil SL", null, "ES", "EUR", "2026-11-22", "Reformas Gil SL")]
    [InlineData("somos una clinica dental de getafe", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("se integra con Sage 50?", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("head of admissions at Bright Minds Academy", null, "US", "USD", "2026-11-22", "Bright Minds Academy")]
    [InlineData("soluciones integrales del norte sl", "company", "ES", "EUR", "2026-11-22", "soluciones integrales del norte sl")]
    [InlineData("trabajamos en remoto", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("it has no name yet", "company", "US", "USD", "2026-11-22", null)]
    [InlineData("Wilson's Garage", "company", "GB", "GBP", "2026-11-22", "Wilson's Garage")]
    public void The_organisation_is_read_as_written(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Company));
}
