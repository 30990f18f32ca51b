using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Tests;

/// <summary>What the desk asked is answered with the bare answer; anything else drops the question.</summary>
public sealed class DeskQuestionTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Staff marta = null!;
    private Staff jefa = null!;
    private int ana;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.Start();
        (marta, jefa) = (await host.Join("Marta Gil"), await host.Join("Eva", Role.Manager));
        ana = await host.Hot("Ana Ruiz");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory, InlineData("asigna {0}", "a Marta"), InlineData("asigna {0}", "Marta"), InlineData("assign {0}", "to Marta please"), InlineData("/asignar {0}", "marta gil"), InlineData("asigna {0} a Sonia", "a Marta")]
    public async Task To_whom(string begun, string answer)
    {
        Assert.DoesNotContain("pasa de", await host.Ask(jefa, string.Format(System.Globalization.CultureInfo.InvariantCulture, begun, ana)));
        await host.Ask(jefa, answer);

        Assert.Equal(marta.Id, Lead().OwnerId);
    }

    [Theory, InlineData("mi día"), InlineData("¿y el embudo?"), InlineData("ok"), InlineData("cuéntame un chiste"), InlineData("no, déjalo"), InlineData("/equipo")]
    public async Task Something_else_drops_the_question(string other)
    {
        await host.Ask(jefa, $"asigna {ana}");
        await host.Ask(jefa, other);
        await host.Ask(jefa, "a Marta");

        Assert.Null(Lead().OwnerId);
    }

    [Fact]
    public async Task How_much_and_then_why()
    {
        Assert.Contains("¿De cuánto?", await host.Ask(jefa, $"pasa {ana} a oportunidad"));
        Assert.Contains("12.000 €", await host.Ask(jefa, "12.000"));
        Assert.Contains("¿Por qué?", await host.Ask(jefa, $"{ana} perdida"));
        Assert.Equal("Apuntado en Ana Ruiz. Motivo: se fue con la competencia.", await host.Ask(jefa, "se fue con la competencia"));

        Assert.Equal((Stage.Lost, 12000m, "se fue con la competencia"), (Lead().Stage, Lead().Amount, Lead().LeftReason));
        Assert.Contains("motivo de Ana Ruiz queda como antes", await host.Ask(jefa, "deshacer"));
        Assert.Equal((Stage.Lost, ""), (Lead().Stage, Lead().LeftReason));
        await host.Ask(jefa, $"reabre {ana}");
        Assert.Equal(Stage.Opportunity, Lead().Stage);
    }

    [Theory, InlineData("vale"), InlineData("no"), InlineData("¿por qué lo preguntas?"), InlineData("ficha de Ana"), InlineData("calientes de hoy")]
    public async Task What_is_no_reason_is_not_noted_as_one(string answer)
    {
        await host.Ask(jefa, $"{ana} perdida");
        await host.Ask(jefa, answer);

        Assert.Equal((Stage.Lost, ""), (Lead().Stage, Lead().LeftReason));
    }

    [Theory, InlineData("no contesta"), InlineData("demasiado caro"), InlineData("went with another supplier"), InlineData("precio")]
    public async Task What_is_one_is(string answer)
    {
        await host.Ask(jefa, $"{ana} perdida");
        await host.Ask(jefa, answer);

        Assert.Equal((Stage.Lost, answer), (Lead().Stage, Lead().LeftReason));
    }

    [Fact]
    public async Task Which_stage_until_when_what_to_note()
    {
        await host.Ask(marta, $"/etapa {ana}");
        Assert.Contains("pasa de MQL a SQL", await host.Ask(marta, "cualificada"));
        await host.Ask(marta, $"/nota {ana}");
        Assert.Equal("Nota en Ana Ruiz: «prefiere por la tarde».", await host.Ask(marta, "prefiere por la tarde"));
        await host.Ask(marta, $"pospón {ana}");
        Assert.Contains("te recuerdo a Ana Ruiz", await host.Ask(marta, "mañana a las 10"));
    }

    [Fact]
    public async Task A_button_that_asks_back_takes_an_answer_in_words()
    {
        await host.Ask(marta, $"/later {ana}");
        Assert.Contains("te recuerdo a Ana Ruiz", await host.Ask(marta, "el lunes a las 9"));
        await host.Ask(marta, $"/unfit {ana}");
        Assert.Contains("Motivo: vive en otro país", await host.Ask(marta, "vive en otro país"));

        Assert.Equal(Stage.Disqualified, Lead().Stage);
    }

    [Fact]
    public async Task What_it_cost_and_whom_to_invite()
    {
        await host.Ask(jefa, "/coste google ads");
        Assert.Contains("500 €", await host.Ask(jefa, "500 en octubre"));
        await host.Ask(jefa, "invita");
        Assert.Contains("Lucía Pons", await host.Ask(jefa, "a Lucía Pons como comercial"));

        using var db = host.Database();
        Assert.Equal(500, Assert.Single(db.Costs).Amount);
        Assert.Equal("Lucía Pons", Assert.Single(db.Invitations).Name);
    }

    private LeadRow Lead()
    {
        using var db = host.Database();
        return db.Leads.Single(lead => lead.Number == ana);
    }
}
