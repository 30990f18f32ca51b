using ChatLeads.Core.Desk;
using ChatLeads.Host.CommandLine;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Tests;

/// <summary>What managers can do with what is kept: erase a person, read the audit log, see what was not delivered.</summary>
public sealed class DeskRecordsTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Staff marta = null!;
    private Staff jefa = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.Start();
        (marta, jefa) = (await host.Join("Marta Gil"), await host.Join("Eva", Role.Manager));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory, InlineData("borra los datos del {0}", true), InlineData("/erase {0}", true), InlineData("erase lead {0}", false), InlineData("borra los datos de Quetzalia", false)]
    public async Task A_lead_is_erased_once_that_was_confirmed(string text, bool press)
    {
        var number = await host.Hot("Quetzalia Ruiz");
        await host.Ask(marta, "ficha de Quetzalia");
        await host.Ask(jefa, $"nota en {number}: Quetzalia prefiere tardes");

        var question = await host.Ask(jefa, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, number));
        Assert.Contains("Quetzalia Ruiz", question);
        Assert.NotNull(Lead(number));
        var answer = press ? await host.Press(jefa, $"{number}") : await host.Ask(jefa, "sí");

        Assert.Contains($"{number}", answer);
        Assert.DoesNotContain("Quetzalia", answer);
        Assert.Null(Lead(number));
        Assert.DoesNotContain("uetzal", host.Disk());
        await host.Ask(marta, "ayuda"); // What is forgotten in memory is forgotten in its turn.
        Assert.Contains("No encuentro", await host.Ask(marta, $"ficha de {number}"));
        using var db = host.Database();
        var noted = db.Audit.Single(row => row.Request == "erase" && row.Outcome == "erased");
        Assert.Equal((jefa.Id, $",{number},"), (noted.StaffId, noted.Leads));
    }

    [Theory, InlineData("no"), InlineData("No, déjalo"), InlineData("calientes de hoy"), InlineData("/sure 1")]
    public async Task Without_a_yes_nothing_is_erased(string answer)
    {
        var number = await host.Hot("Ana Ruiz");
        await host.Ask(jefa, $"borra los datos del {number}");
        await host.Ask(jefa, answer);
        await host.Ask(jefa, "sí");

        Assert.NotNull(Lead(number));
    }

    [Fact]
    public async Task A_button_of_an_earlier_question_erases_nobody()
    {
        var (ana, pol) = (await host.Hot("Ana Ruiz"), await host.Hot("Pol Vidal"));
        var first = (await host.Replies(jefa, $"/erase {ana}"))[0].Choices[0].Value;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.Ask(jefa, $"/erase {pol}");
        await host.Ask(jefa, first);

        Assert.NotNull(Lead(ana));
        Assert.NotNull(Lead(pol));
    }

    [Theory, InlineData("borra los datos del {0}"), InlineData("auditoría de hoy"), InlineData("¿quién ha visto la ficha {0}?"), InlineData("¿qué no se pudo entregar?")]
    public async Task Reps_are_told_that_it_is_the_managers(string text)
    {
        var number = await host.Hot("Ana Ruiz");

        Assert.Equal("Eso solo lo puede hacer un responsable.", await host.Ask(marta, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, number)));
        await host.Ask(marta, "sí");

        Assert.NotNull(Lead(number));
    }

    [Fact]
    public async Task Who_saw_a_lead_and_what_was_done_today()
    {
        var (ana, pol) = (await host.Hot("Ana Ruiz"), await host.Hot("Pol Vidal"));
        await host.Ask(marta, $"lead {ana}");
        await host.Ask(marta, $"lead {pol}", "telegram");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Ask(marta, $"conversación de {ana}");

        var ofAna = await host.Ask(jefa, $"¿quién ha visto la ficha {ana}?");
        var today = await host.Ask(jefa, "auditoría de hoy");

        Assert.Contains("Marta Gil (mesa): ficha", ofAna);
        Assert.Contains("Marta Gil (mesa): conversación", ofAna);
        Assert.DoesNotContain("Telegram", ofAna);
        Assert.Contains("conversación", today);
        Assert.DoesNotContain("Telegram", today);
        Assert.Contains("Marta Gil (Telegram): ficha", await host.Ask(jefa, "enséñame la auditoría"));
        Assert.Contains("Marta Gil (Telegram): sheet", await host.Ask(jefa, "who looked at Pol Vidal?"));
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_without_a_line_twice()
    {
        var ana = await host.Hot("Ana Ruiz");
        for (var minute = 0; minute < 14; minute++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await host.Ask(marta, $"lead {ana}");
        }

        var first = (await host.Ask(jefa, $"auditoría del {ana}")).Split('\n').Skip(1).ToList();
        var second = (await host.Ask(jefa, "más")).Split('\n').Skip(1).ToList();

        Assert.Equal((10, 4), (first.Count, second.Count));
        Assert.Empty(first.Intersect(second));
        Assert.Equal("No hay más.", await host.Ask(jefa, "más"));
    }

    [Fact]
    public async Task What_was_given_up_is_shown_with_whom_why_and_when()
    {
        Assert.StartsWith("Nada:", await host.Ask(jefa, "¿qué no se pudo entregar?"), StringComparison.Ordinal);
        var ana = await host.Hot("Ana Ruiz");
        using (var db = host.Database())
        {
            for (var row = 0; row < 12; row++)
                db.Outbox.Add(new OutboxRow { Recipient = "telegram/9", Kind = "test", LeadNumber = ana, DueAt = host.Clock.GetUtcNow(), DeadAt = host.Clock.GetUtcNow(), Error = $"chat not found {row}" });
            db.SaveChanges();
        }

        var told = await host.Ask(jefa, "what could not be delivered?");
        Assert.Contains("12 messages", told);
        Assert.Contains("9 (Telegram), about Ana Ruiz: chat not found 11", told);
        Assert.Contains("chat not found 0", await host.Ask(jefa, "more"));
    }

    [Fact]
    public async Task An_export_from_the_command_line_is_in_the_log()
    {
        var ana = await host.Hot("Ana Ruiz");
        var file = Path.Combine(host.Data, "leads.csv");
        Assert.Equal(0, await ExportCommand.Create().Parse(["--csv", "--data", host.Data, "--out", file]).InvokeAsync());

        Assert.Contains("Ana Ruiz", await File.ReadAllTextAsync(file));
        Assert.Contains("Línea de órdenes (servidor): exportación", await host.Ask(jefa, $"¿quién ha visto la ficha {ana}?"));
    }

    private LeadRow? Lead(int number)
    {
        using var db = host.Database();
        return db.Leads.SingleOrDefault(lead => lead.Number == number);
    }
}
