using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Tests;

public sealed class DeskChangesTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Staff marta = null!;
    private Staff luis = null!;
    private Staff jefa = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.Start();
        (marta, luis, jefa) = (await host.Join("Marta Gil"), await host.Join("Luis Peña"), await host.Join("Eva", Role.Manager));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_follow_up_talk_keeps_what_it_is_about()
    {
        await host.Hot("Ana Ruiz");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Hot("Taller Ibarra");
        await host.Hot("Pol Vidal");

        Assert.StartsWith("2 leads:", await host.Ask(jefa, "leads calientes de hoy"));
        Assert.Contains("Ana Ruiz", await host.Ask(jefa, "¿y los de ayer?"));
        Assert.Contains("Ana Ruiz", await host.Ask(jefa, "el primero"));
        Assert.Equal("Hecho: Ana Ruiz pasa de nadie a Marta Gil.", await host.Ask(jefa, "asígnaselo a Marta"));
        Assert.Equal("Deshecho: Ana Ruiz vuelve a ser de nadie.", await host.Ask(jefa, "deshacer"));
        Assert.Null(Lead(1).OwnerId);
    }

    [Fact]
    public async Task Two_people_talk_about_different_leads_and_so_does_one_over_two_channels()
    {
        var (ana, pol) = (await host.Hot("Ana Ruiz"), await host.Hot("Pol Vidal"));
        await host.Ask(marta, $"lead {ana}");
        await host.Ask(luis, $"lead {pol}");
        await host.Ask(marta, $"lead {pol}", "telegram");

        Assert.Contains("Ana Ruiz", await host.Ask(marta, "me lo quedo"));
        Assert.Contains("Pol Vidal", await host.Ask(marta, "me lo quedo", "telegram"));
        Assert.Contains("Marta Gil se adelantó", await host.Ask(luis, "me lo quedo"));
    }

    [Fact]
    public async Task Of_several_with_a_name_one_is_picked_and_the_request_goes_on()
    {
        await host.Hot("Ana Ruiz");
        await host.Hot("Ana Soler");

        Assert.Contains("Hay varios", await host.Ask(marta, "gana Ana 3000 €"));
        Assert.Equal("Hecho: Ana Soler pasa de MQL a cliente, 3.000 €.", await host.Press(marta, "Ana Soler"));

        Assert.Equal((Stage.Customer, 3000m), (Lead(2).Stage, Lead(2).Amount));
        Assert.Equal(Stage.Mql, Lead(1).Stage);
    }

    [Fact]
    public async Task What_is_picked_may_be_said_and_another_question_drops_the_first()
    {
        await host.Hot("Ana Ruiz");
        await host.Hot("Ana Soler");

        Assert.Contains("Hay varios", await host.Ask(marta, "Ana perdida, sin presupuesto"));
        Assert.Contains("Ana Ruiz pasa de MQL a perdido. Motivo: sin presupuesto", await host.Ask(marta, "la primera"));
        await host.Ask(marta, "Ana ganada");
        await host.Ask(marta, "calientes de hoy");
        await host.Ask(marta, "lead 2");
        Assert.Equal((Stage.Lost, Stage.Mql), (Lead(1).Stage, Lead(2).Stage));
    }

    [Fact]
    public async Task A_button_of_a_question_that_is_over_changes_nothing()
    {
        await host.Hot("Ana Ruiz");
        await host.Hot("Ana Soler");
        var old = (await host.Replies(marta, "gana Ana 3000 €"))[0].Choices[1].Value;
        await host.Ask(marta, "mi día");

        Assert.Contains("Ana Soler", await host.Ask(marta, old));
        Assert.All([1, 2], number => Assert.Equal(Stage.Mql, Lead(number).Stage));
    }

    [Fact]
    public async Task A_win_without_an_amount_says_so_and_takes_it_next()
    {
        await host.Hot("Ana Ruiz");

        Assert.Contains("sin importe", await host.Ask(marta, "Ana Ruiz ha firmado"));
        Assert.Equal("Hecho: el importe de Ana Ruiz pasa de — a 12.000 €.", await host.Ask(marta, "12.000 €"));
        Assert.Equal((Stage.Customer, 12000m, "EUR"), (Lead(1).Stage, Lead(1).Amount, Lead(1).Currency));
        Assert.Contains("vuelve a —", await host.Ask(marta, "deshacer"));
        await host.Ask(marta, "1 ganado 12.000 €");
        Assert.Contains("ya está en cliente", await host.Ask(marta, "lead 1 ganado"));
        Assert.Contains("reábrelo primero", await host.Ask(marta, "pasa el 1 a oportunidad"));
    }

    [Fact]
    public async Task A_button_means_the_lead_of_that_number_whatever_is_shown()
    {
        await host.Hot("Ana Ruiz");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Hot("Pol Vidal");
        await host.Ask(marta, "calientes de hoy");

        Assert.Contains("Ana Ruiz", await host.Ask(marta, "/claim 1"));
        Assert.Equal((marta.Id, null), (Lead(1).OwnerId, Lead(2).OwnerId));
    }

    [Fact]
    public async Task A_lost_lead_is_reopened_where_it_was()
    {
        await host.Hot("Ana Ruiz");
        await host.Ask(marta, "1 cualificado");
        await host.Ask(marta, "1 perdido porque era caro");

        Assert.Contains("de perdido a SQL", await host.Ask(marta, "reabre el 1"));
        Assert.Contains("no está cerrado", await host.Ask(marta, "reabre el 1"));
    }

    [Fact]
    public async Task Changes_are_undone_level_by_level()
    {
        await host.Hot("Ana Ruiz");
        await host.Ask(marta, "me quedo el 1");
        await host.Ask(marta, "1 oportunidad 5000 €");
        await host.Ask(marta, "nota en 1: prefiere por la tarde");
        await host.Ask(marta, "he hablado con el 1");

        Assert.Contains("ya no cuenta", await host.Ask(marta, "deshacer"));
        Assert.Contains("prefiere por la tarde", await host.Press(marta, "Deshacer"));
        Assert.Contains("vuelve a MQL", await host.Ask(marta, "deshaz"));
        Assert.Contains("vuelve a ser de nadie", await host.Ask(marta, "/undo"));
        Assert.Equal("No hay nada tuyo que deshacer.", await host.Ask(marta, "deshacer"));
        var lead = Lead(1);
        Assert.Equal((null, Stage.Mql, null, null, null), (lead.OwnerId, lead.Stage, lead.Amount, lead.FirstWordAt, lead.SqlOn));
    }

    [Fact]
    public async Task What_somebody_else_changed_since_is_not_undone()
    {
        await host.Hot("Ana Ruiz");
        await host.Ask(marta, "me quedo el 1");
        await host.Ask(jefa, "asigna el 1 a Luis");

        Assert.Contains("Eva ha cambiado lo mismo de Ana Ruiz", await host.Ask(marta, "deshacer"));
        Assert.Equal(luis.Id, Lead(1).OwnerId);
        Assert.Contains("Marta Gil", await host.Ask(jefa, "deshacer"));
    }

    [Fact]
    public async Task Another_change_of_the_same_lead_does_not_stand_in_the_way()
    {
        await host.Hot("Ana Ruiz");
        await host.Ask(marta, "me quedo el 1");
        await host.Ask(jefa, "nota en 1: llamar por la tarde");

        Assert.Contains("vuelve a ser de nadie", await host.Ask(marta, "deshacer"));
    }

    [Fact]
    public async Task Several_changes_in_one_message_are_all_done_and_shown()
    {
        await host.Hot("Ana Ruiz");
        await host.Hot("Taller Ibarra");
        await host.Ask(marta, "calientes de hoy");

        var answer = await host.Ask(marta, "el 1 para mi y pospón el 2 a mañana a las 10");

        Assert.Equal("Hecho: Ana Ruiz es tuyo.\nHecho: te recuerdo a Taller Ibarra mañana a las 10:00.", answer);
        Assert.Equal(marta.Id, Lead(1).OwnerId);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), Lead(2).SnoozedUntil);
    }

    [Fact]
    public async Task A_contact_is_the_first_word_once_and_offers_a_reminder()
    {
        await host.Hot("Ana Ruiz");
        host.Clock.Advance(TimeSpan.FromMinutes(7));
        var first = host.Clock.GetUtcNow();

        Assert.Contains("no contesta", await host.Ask(marta, "la he llamado, no contesta Ana"));
        Assert.Contains("mañana a las 10:00", await host.Press(marta, "Mañana"));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Ask(marta, "he hablado con Ana");

        Assert.Equal(first, Lead(1).FirstWordAt);
        var sheet = await host.Ask(marta, "ficha de Ana");
        Assert.Contains("Primera respuesta: en 7 minutos", sheet);
        Assert.Contains("ha llamado, sin respuesta", sheet);
        Assert.Contains("ha hablado con el lead", sheet);
    }

    [Theory]
    [InlineData("nota en 1: x")]
    [InlineData("1 ganado 3000 €")]
    [InlineData("pospón el 1 a mañana")]
    [InlineData("asigna el 1 a Luis")]
    [InlineData("he hablado con el 1")]
    public async Task A_rep_changes_nothing_of_anothers_lead_even_where_reps_see_all(string text)
    {
        await using var open = await TestHost.Start(settings: ["--ChatLeads:RepsSeeAll", "true"]);
        var (mine, other) = (await open.Join("Marta"), await open.Join("Luis"));
        await open.Hot("Ana Ruiz");
        await open.Ask(mine, "me quedo el 1");

        Assert.Contains("Ana Ruiz", await open.Ask(other, "ficha 1"));
        Assert.Contains("solo puede cambiarlo Marta", await open.Ask(other, text));
        await using var db = open.Database();
        Assert.Single(db.LeadChanges);
        Assert.Contains(db.Audit, row => row.StaffId == other.Id && row.Outcome == "refused" && row.Leads == ",1,");
    }

    [Theory]
    [InlineData("asigna el 1 a Zacarías", "No conozco a Zacarías")]
    [InlineData("recuérdame el 1 hoy a las 8:30", "ya ha pasado")]
    [InlineData("me quedo el 77", "No encuentro")]
    public async Task What_cannot_be_done_is_said(string text, string answer)
    {
        await host.Hot("Ana Ruiz");

        Assert.Contains(answer, await host.Ask(marta, text));
        await using var db = host.Database();
        Assert.Empty(db.LeadChanges);
    }

    private LeadRow Lead(int number)
    {
        using var db = host.Database();
        return db.Leads.Single(lead => lead.Number == number);
    }
}
