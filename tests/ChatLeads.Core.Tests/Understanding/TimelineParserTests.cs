using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

public class TimelineParserTests
{
    [Theory]
    [InlineData("el mes que viene", "timeline", "ES", "EUR", "2026-11-22", "quarter")]
    [InlineData("in may", "timeline", "US", "USD", "2026-11-22", "later")]
    [InlineData("by the end of may", "timeline", "US", "USD", "2026-03-10", "quarter")]
    [InlineData("q1 next year", "timeline", "CA", "CAD", "2026-11-22", "half")]
    [InlineData("despues del verano que viene", "timeline", "ES", "EUR", "2026-11-22", "later")]
    [InlineData("despues de semana santa", "timeline", "ES", "EUR", "2027-01-10", "quarter")]
    [InlineData("after diwali", "timeline", "IN", "INR", "2026-10-20", "now")]
    [InlineData("para fiestas patrias", "timeline", "CL", "CLP", "2026-08-01", "quarter")]
    [InlineData("para fiestas patrias", "timeline", "PE", "PEN", "2026-07-01", "now")]
    [InlineData("before the end of the fiscal year", "timeline", "IN", "INR", "2026-12-10", "half")]
    [InlineData("dentro de 15 dias", "timeline", "ES", "EUR", "2026-11-22", "now")]
    [InlineData("en un mes y medio", "timeline", "ES", "EUR", "2026-11-22", "quarter")]
    [InlineData("medio año", "timeline", "ES", "EUR", "2026-11-22", "half")]
    [InlineData("a finales de año", "timeline", "ES", "EUR", "2026-11-22", "quarter")]
    [InlineData("15/01/2027", "timeline", "ES", "EUR", "2026-11-22", "quarter")]
    [InlineData("somos 12 desde enero", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("it costs how much for a year?", null, "US", "USD", "2026-11-22", null)]
    [InlineData("llamadme mañana", null, "ES", "EUR", "2026-11-22", null)]
    [InlineData("sin prisa", "timeline", "ES", "EUR", "2026-11-22", "none")]
    [InlineData("we want to sign today", null, "US", "USD", "2026-11-22", "now")]
    [InlineData("verano", "timeline", "AR", "ARS", "2026-11-22", "half")]
    [InlineData("we're tied in for another two years", null, "GB", "GBP", "2026-11-22", "later")]
    [InlineData("our fiscal year starts in october, so then", "timeline", "US", "USD", "2026-06-04", "half")]
    [InlineData("early next year", "timeline", "GB", "GBP", "2026-10-05", "half")]
    [InlineData("we'll look again in the autumn", null, "GB", "GBP", "2026-11-22", "later")]
    [InlineData("we want to start before Holi, 30k per year is fine", null, "IN", "INR", "2026-11-22", "half")]
    [InlineData("a year from now", null, "GB", "GBP", "2026-11-22", "later")]
    [InlineData("i chase them on a friday", null, "GB", "GBP", "2026-11-22", null)]
    [InlineData("your app is down again this week, we pay for this", null, "GB", "GBP", "2026-11-22", null)]
    public void A_date_is_counted_from_today_to_its_end(string text, string? asking, string region, string currency, string today, string? expected) =>
        Assert.Equal(expected, TestReader.Read(text, asking, region, currency, today).Fact(Field.Timeline));
}
