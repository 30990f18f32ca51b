using ChatLeads.Core.Desk;

namespace ChatLeads.Core.Tests.Desk;

public class SlotTests
{
    [Theory]
    [InlineData("embudo de hoy", "2026-11-22", "2026-11-22")]
    [InlineData("funnel last week", "2026-11-09", "2026-11-15")]
    [InlineData("embudo del trimestre pasado", "2026-07-01", "2026-09-30")]
    [InlineData("funnel last 3 months", "2026-08-23", "2026-11-22")]
    [InlineData("embudo de diciembre", "2025-12-01", "2025-12-31")]
    [InlineData("embudo de noviembre", "2026-11-01", "2026-11-22")]
    [InlineData("funnel nov 1-15", "2026-11-01", "2026-11-15")]
    [InlineData("embudo del 20 de diciembre al 5 de enero", "2025-12-20", "2026-01-05")]
    [InlineData("embudo entre el 1/10 y el 15/10", "2026-10-01", "2026-10-15")]
    [InlineData("funnel since q3", "2026-07-01", "2026-11-22")]
    [InlineData("embudo 2025", "2025-01-01", "2025-12-31")]
    [InlineData("funnel on 2026-02-30", "2026-02-28", "2026-02-28")]
    public void A_period_is_whole_days(string text, string from, string to) =>
        Assert.Equal(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), Assert.IsType<DeskRequest.Funnel>(Sentences.Ask(text)).Period);

    [Theory]
    [InlineData("snooze 42 in 2 hours", "2026-11-22", "12:00")]
    [InlineData("pospon el 42 dentro de 3 dias", "2026-11-25", null)]
    [InlineData("pospon el 42 a pasado mañana a las 5 de la tarde", "2026-11-24", "17:00")]
    [InlineData("snooze 42 until noon tomorrow", "2026-11-23", "12:00")]
    [InlineData("snooze 42 until next week", "2026-11-23", null)]
    [InlineData("pospon el 42 al 15", "2026-12-15", null)]
    [InlineData("pospon el 42 a fin de mes", "2026-11-30", null)]
    [InlineData("snooze 42", null, null)]
    public void A_moment_is_to_come(string text, string? date, string? time)
    {
        var snooze = Assert.IsType<DeskRequest.Snooze>(Sentences.Ask(text));
        Assert.Equal(LeadRef.Of(42), snooze.Lead);
        Assert.Equal(date is null ? null : new Moment(DateOnly.Parse(date, null), time is null ? null : TimeOnly.Parse(time, null)), snooze.Until);
    }

    [Theory]
    [InlineData("42 ganado, 1.200 eur", "1200", "EUR")]
    [InlineData("42 ganado, 1,200.50 usd", "1200.50", "USD")]
    [InlineData("42 ganado por 1,5k", "1500", null)]
    [InlineData("42 ganado: $12 mil", "12000", "USD")]
    [InlineData("won 42 for 900", "900", null)]
    [InlineData("42 ganado", null, null)]
    public void An_amount_is_read_both_ways(string text, string? amount, string? currency)
    {
        var stage = Assert.IsType<DeskRequest.SetStage>(Sentences.Ask(text));
        Assert.Equal((amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency), (stage.Amount, stage.Currency));
    }

    [Fact]
    public void What_is_unknown_comes_with_three_things_it_can_do()
    {
        var reading = Sentences.Parser.Parse(new DeskInput("xyzzy plugh", Role.Rep, Sentences.Sunday));
        Assert.IsType<DeskRequest.Unknown>(reading.Request);
        Assert.Equal(3, reading.Closest.Count);
    }

    [Theory]
    [InlineData("/asignar 42", "assign")]
    [InlineData("/note 42", "note")]
    [InlineData("/etapa 42", "stage")]
    [InlineData("/cost", "cost")]
    [InlineData("asigna el 42", "assign")]
    [InlineData("xyzzy plugh", null)]
    public void A_request_without_its_main_point_says_which_it_was(string text, string? missing)
    {
        var reading = Sentences.Parser.Parse(new DeskInput(text, Role.Manager, Sentences.Sunday));
        Assert.IsType<DeskRequest.Unknown>(reading.Request);
        Assert.Equal(missing, reading.Missing);
    }

    [Theory, InlineData("y el siguiente?"), InlineData("next one")]
    public void The_next_one_is_what_the_list_shows_after_the_lead_spoken_of(string text)
    {
        var context = new DeskContext(new DeskRequest.ShowLead(LeadRef.Of(42)), [new ShownLead(42, "Ana Ruiz"), new ShownLead(58, "Taller Ibarra")], 42);
        Assert.Equal(new DeskRequest.ShowLead(LeadRef.Of(58)), Sentences.Parser.Parse(new DeskInput(text, Role.Rep, Sentences.Sunday, Context: context)).Request);
    }

    [Fact]
    public void Two_changes_in_a_sentence_are_two_requests()
    {
        var context = new DeskContext(Shown: [new ShownLead(42, "Ana Ruiz"), new ShownLead(58, "Taller Ibarra"), new ShownLead(31, "BrightRoof")]);
        var requests = Sentences.Parser.ParseAll(new DeskInput("el 3 para mi y ponme la 2 para mañana a las 10", Role.Rep, Sentences.Sunday, Context: context)).Select(reading => reading.Request);
        Assert.Equal([new DeskRequest.Claim(LeadRef.Of(31)), new DeskRequest.Snooze(LeadRef.Of(58), new Moment(new DateOnly(2026, 11, 23), new TimeOnly(10, 0)))], requests);
    }

    [Theory]
    [InlineData("he llamado al 31 y no contesta")]
    [InlineData("nota 42: viene el lunes y asigna el 12 a Marta")]
    [InlineData("calientes y tibios de hoy")]
    public void And_inside_one_request_splits_nothing(string text) =>
        Assert.Single(Sentences.Parser.ParseAll(new DeskInput(text, Role.Rep, Sentences.Sunday)));

    [Fact]
    public void A_change_without_a_lead_asks_which() => Assert.Null(Assert.IsType<DeskRequest.Claim>(Sentences.Ask("la llevo yo")).Lead);
}
