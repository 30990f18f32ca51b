using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Host.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

public sealed class DeskReadingTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Staff marta = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.Start();
        marta = await host.Join("Marta");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        for (var number = 1; number <= 23; number++)
            await host.Hot($"Lead{(char)('A' + number)} Uno");

        Assert.StartsWith("1–10 de 23 leads:", await host.Ask(marta, "leads de hoy"));
        Assert.StartsWith("11–20 de 23 leads:", await host.Press(marta, "Más (10)"));
        Assert.StartsWith("21–23 de 23 leads:", await host.Ask(marta, "más"));
        Assert.Equal("No hay más.", await host.Ask(marta, "más"));
        Assert.StartsWith("1–5 de 23 leads:", await host.Ask(marta, "los 5 más recientes"));
    }

    [Theory]
    [InlineData("leads en zaragoza", true)]
    [InlineData("los de Zaragoza", true)]
    [InlineData("ficha de perez", true)]
    [InlineData("ficha de PÉREZ NÚÑEZ", true)]
    [InlineData("busca clinica albor", true)]
    [InlineData("leads en teruel", false)]
    [InlineData("ficha de lvaro", false)]
    public async Task Words_are_found_without_their_accents(string asked, bool found)
    {
        var person = new ConversationKey("webchat", "alvaro");
        await host.Say(person, "hot alvaro@example.com Álvaro Pérez Núñez");
        await host.Say(person, "fact company Clínica Albor");
        await host.Say(person, "fact location ZARAGOZA");

        Assert.Equal(found, (await host.Ask(marta, asked)).Contains("Álvaro Pérez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_are_filtered_by_owner_stage_and_source_and_unknown_ones_are_said()
    {
        var luis = await host.Join("Luis");
        await host.Hot("Ana Ruiz");
        await host.Hot("Pol Vidal");
        await host.Ask(marta, "me quedo el 1");
        await host.Writer.Write(db => db.Leads.Find(2)!.Source = "google-ads");

        Assert.Contains("Ana Ruiz", await host.Ask(marta, "mis leads"));
        Assert.Contains("Pol Vidal", await host.Ask(marta, "leads sin dueño"));
        Assert.Contains("Pol Vidal", await host.Ask(marta, "leads de google ads"));
        Assert.Contains("Hay de: google-ads", await host.Ask(marta, "leads de linkedin"));
        Assert.Contains("los ve Marta o un responsable", await host.Ask(luis, "los leads de Marta"));
        Assert.Contains("No conozco a Ramón", await host.Ask(marta, "los leads que lleva Ramón"));
    }

    [Fact]
    public async Task A_sheet_tells_everything_and_where_it_is_from()
    {
        await host.Hot("Ana Ruiz");
        await host.Say(new ConversationKey("webchat", "anaruiz"), "fact company Clínica Albor");
        await host.Ask(marta, "me quedo el 1");
        await host.Ask(marta, "nota en 1: tiene prisa");
        await host.Ask(marta, "1 oportunidad 900 €");
        await host.Ask(marta, "recuérdame el 1 mañana a las 9:30");

        var sheet = await host.Ask(marta, "ficha de Ana");

        foreach (var part in new[] { "Empresa: Clínica Albor", "«fact company Clínica Albor»", "Consentimiento:", "Importe: 900 €", "Recordatorio: mañana a las 9:30, para Marta",
            "Primera respuesta: espera desde", "Marta: MQL → oportunidad", "Marta: «tiene prisa»", "Marta: se lo queda", "Bot: contacto → lead" })
            Assert.Contains(part, sheet);
    }

    [Fact]
    public async Task A_transcript_comes_in_pages_the_last_part_first()
    {
        var ana = new ConversationKey("webchat", "ana");
        await host.Say(ana, "hot ana@example.com Ana Ruiz");
        for (var number = 1; number <= 20; number++)
            await host.Say(ana, $"mensaje {number}.");

        var last = await host.Ask(marta, "conversación de Ana");
        var earlier = await host.Press(marta, "Anteriores");

        Assert.Contains("mensaje 20.", last);
        Assert.DoesNotContain("mensaje 5.", last);
        Assert.Contains("mensaje 5.", earlier);
        Assert.Contains("Ana Ruiz: hot ana@example.com", earlier);
    }

    [Fact]
    public async Task My_day_shows_reminders_and_who_waits()
    {
        Assert.Contains("no te espera nadie", await host.Ask(marta, "mi día"));
        await host.Hot("Ana Ruiz");
        await host.Hot("Pol Vidal");
        await host.Hot("Leo Mas");
        await host.Ask(marta, "recuérdame el 1 hoy a las 18:00");
        await host.Ask(marta, "he hablado con el 3");

        var day = await host.Ask(marta, "mi día");

        Assert.Matches(@"Recordatorios\n.*Ana Ruiz.*hoy a las 18:00", day);
        Assert.Matches(@"por llamar\n.*Pol Vidal.*prometido", day);
        Assert.DoesNotContain("Leo Mas", day);
    }

    [Fact]
    public async Task A_reminder_arrives_when_it_is_due_and_only_if_it_still_holds()
    {
        await host.Hot("Ana Ruiz");
        await host.Hot("Pol Vidal");
        await host.Ask(marta, "recuérdame el 1 en dos horas");
        await host.Ask(marta, "recuérdame el 2 en una hora");
        await host.Ask(marta, "deshacer");

        await host.AdvanceUntil(Heard("Recordatorio: Ana Ruiz"), TimeSpan.FromMinutes(10));

        Assert.DoesNotContain(await Desk(), text => text.Contains("Recordatorio: Pol Vidal"));
    }

    [Fact]
    public async Task Whoever_is_given_a_lead_is_told()
    {
        var eva = await host.Join("Eva", Role.Manager);
        await host.Hot("Ana Ruiz");
        await host.Ask(eva, "asigna el 1 a Marta");

        await host.AdvanceUntil(Heard("Eva te ha asignado a Ana Ruiz"), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_not_understood_offers_three_things_that_work()
    {
        await host.Hot("Ana Ruiz");
        await host.Ask(marta, "lead 1");

        var reply = Assert.Single(await host.Replies(marta, "enciende la lámpara de la mesa"));

        Assert.Equal(3, reply.Choices.Count);
        foreach (var choice in reply.Choices)
            Assert.DoesNotContain("No te he entendido", await host.Ask(marta, choice.Value));
    }

    [Theory]
    [InlineData("es"), InlineData("en")]
    public async Task Every_line_of_help_is_understood(string language)
    {
        var eva = await host.Join("Eva", Role.Manager, language);
        var dialogs = Dialogs.Load(new ChatLeadsOptions());

        var help = (await host.Ask(eva, "/help")).Split('\n').Skip(1).ToList();

        Assert.True(help.Count >= 14, string.Join('\n', help));
        foreach (var parts in help.Select(line => line.Split(" · ")))
        {
            var example = dialogs.Desk.Parser.Parse(new DeskInput(parts[1].Trim('«', '»', '“', '”'), Role.Manager, new DateOnly(2026, 11, 23))).Request;
            var command = dialogs.Desk.Parser.Parse(new DeskInput($"{parts[0]} 42", Role.Manager, new DateOnly(2026, 11, 23))).Request;
            Assert.IsNotType<DeskRequest.Unknown>(example);
            Assert.True(command.GetType() == example.GetType() || command is DeskRequest.Unknown || example is DeskRequest.EnterCost, $"{parts[0]}: {command}");
        }
    }

    [Fact]
    public async Task The_answer_is_in_the_askers_language_and_a_command_does_not_switch_it()
    {
        await host.Hot("Ana Ruiz");

        Assert.Contains("Ana Ruiz is yours", await host.Ask(marta, "please give me today's hot leads and claim 1") + await host.Ask(marta, "I will take lead 1, claim 1"));
        Assert.Contains("is yours already", await host.Ask(marta, "/quedo 1"));
        Assert.Contains("vuelve a ser de nadie", await host.Ask(marta, "deshaz lo último que hice, por favor"));
        Assert.Contains("es tuyo", await host.Ask(marta, "/claim 1"));
    }

    [Fact]
    public async Task Readings_and_changes_are_in_a_log_that_cannot_be_changed()
    {
        await host.Hot("Ana Ruiz");
        await host.Ask(marta, "calientes de hoy");
        await host.Ask(marta, "conversación del 1", "telegram");
        await host.Ask(marta, "1 ganado 3000 €");
        await host.Ask(marta, "ayuda");

        await using var db = host.Database();
        var rows = db.Audit.OrderBy(row => row.Id).ToList();
        Assert.Equal(
            [(marta.Id, "desk", "leads", ",1,", ""), (marta.Id, "telegram", "transcript", ",1,", ""), (marta.Id, "desk", "stage", ",1,", "mql>customer")],
            rows.Select(row => (row.StaffId, row.Channel, row.Request, row.Leads, row.Outcome)));
        var printed = AuditCommand.Lines(db, 1).ToList();
        Assert.Equal("time,who,channel,request,leads,outcome", printed[0]);
        Assert.Equal(",Marta,desk,stage,1,mql>customer", printed[3]["2026-11-23 09:00:00Z".Length..]);
        Assert.Single(AuditCommand.Lines(db, 2));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Audit.ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Audit.ExecuteUpdateAsync(set => set.SetProperty(row => row.StaffId, 9)));
    }

    [Fact]
    public async Task Of_an_erased_lead_the_log_keeps_the_number_alone()
    {
        await host.Hot("Quetzalia Ruiz");
        await host.Ask(marta, "nota en Quetzalia: prefiere quetzales");
        await host.Ask(marta, "recuérdame Quetzalia mañana");

        await host.Say(new ConversationKey("webchat", "quetzaliaruiz"), "erase");

        Assert.DoesNotContain("uetzal", host.Disk());
        await using var db = host.Database();
        Assert.Equal([",1,", ",1,"], db.Audit.Select(row => row.Leads).ToList());
        Assert.Empty(db.LeadChanges);
        Assert.Equal("No hay nada tuyo que deshacer.", await host.Ask(marta, "deshacer"));
    }

    private async Task Heard(string text)
    {
        var key = WebChatIdentity.ForStaff(marta.Id).Conversation;
        host.Transcripts.Begin(key);
        var seen = 0L;
        while (true)
        {
            var entries = await host.Transcripts.Since(key, seen, CancellationToken.None) ?? [];
            if (entries.Any(entry => entry.Reply.Text.Contains(text, StringComparison.Ordinal)))
                return;
            seen = entries.Count > 0 ? entries[^1].Sequence : seen;
            await host.Transcripts.WaitBeyond(key, seen, CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<string>> Desk() =>
        [.. (await host.Transcript(WebChatIdentity.ForStaff(marta.Id).Conversation)).Select(entry => entry.Reply.Text)];
}
