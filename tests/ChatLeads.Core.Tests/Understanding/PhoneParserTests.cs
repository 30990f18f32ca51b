using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class PhoneParserTests
{
    [Theory]
    [InlineData("mi numero es el 612 345 678", null, "ES", "EUR", "2026-11-22", "+34612345678")]
    [InlineData("seis dos dos, once, veintidos, treinta y tres", "phone", "ES", "EUR", "2026-11-22", "+34622112233")]
    [InlineData("six one seven, triple five, oh one two three", "phone", "US", "USD", "2026-11-22", "+16175550123")]
    [InlineData("double seven", "phone", "GB", "GBP", "2026-11-22", null)]
    [InlineData("(415) 555-2671", null, "US", "USD", "2026-11-22", "+14155552671")]
    [InlineData("el móvil de mi socio es 655 123 987, el mío 655 998 112", "phone", "ES", "EUR", "2026-11-22", "+34655998112")]
    [InlineData("ticket 612345678", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("unos 655443322 pesos", null, "MX", "MXN", "2026-11-22", null)]
    [InlineData("es el 55 1234 5678", "phone", "MX", "MXN", "2026-11-22", "+525512345678")]
    [InlineData("0034 611 223 344", null, "MX", "MXN", "2026-11-22", "+34611223344")]
    [InlineData("somos 12, 612 345 678", null, "ES", "EUR", "2026-11-22", "+34612345678")]
    [InlineData("my wife's mobile is 07911 123456, don't use that, mine is 07911 654321", null, "GB", "GBP", "2026-11-22", "+447911654321")]
    [InlineData("number's plus four four, seven nine double one, one two three, four five six", null, "GB", "GBP", "2026-11-22", "+447911123456")]
    public void A_number_is_read_in_any_grouping_and_only_when_it_is_theirs(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Phone));
}
