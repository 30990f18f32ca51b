using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Tests.Scoring;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Desk;

public class LeadCardTests
{
    private static readonly DateTimeOffset Now = Given.Now;
    private static readonly List<PlaybookError> Errors = [];

    private static readonly LeadCard Card = new(
        DeskTexts.Load(DialogsFolder.File("desk/texts.yaml"), DialogsFolder.Languages, Errors),
        NextSteps.Load(DialogsFolder.File("next-steps.yaml"), DialogsFolder.Languages, Errors),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));

    private static Fact Fact(Field field, FactValue value, string said) => new(field, value, new Quote("m1", said, Now.AddMinutes(-3)));

    private static LeadView Lead(params Fact[] facts)
    {
        var score = Scorer.Score(Given.Rules, new Evidence(facts, [], facts.Length > 0 ? 3 : 0, Now, new HashSet<Field>()), Now);
        return new LeadView(42, facts, score, Stage.Mql, "es", "webchat", Now.AddMinutes(-3)) { HotAt = Now.AddMinutes(-1) };
    }

    private static readonly LeadView Ana = Lead(
        Fact(Field.Name, new TextValue("Ana Ruiz"), "ana ruiz"),
        Fact(Field.Company, new TextValue("Clínica Albor"), "clinica albor"),
        Fact(Field.Location, new TextValue("Zaragoza"), "zaragoza"),
        Fact(Field.Phone, new TextValue("+34612340981"), "612 340 981"),
        Fact(Field.Need, StatedValue.Yes, "el programa de citas nos duplica pacientes"),
        Fact(Field.CompanySize, new RangeValue(15, 15), "somos 15"),
        Fact(Field.Budget, new MoneyValue(5000, 6000, "EUR", Per.Year), "5000, 6000 como mucho"),
        Fact(Field.Authority, new ChoiceValue("decides"), "soy la gerente"),
        Fact(Field.Timeline, new ChoiceValue("now"), "queremos cambiar ya"))
        with
    {
        Visit = new Visit(Source: "google", Campaign: "google-clinicas"),
        Consents = [new ConsentRecord(ConsentPurpose.Contact, true, "…", "…", "v3", new Uri("https://nimbo.example/p"), "es", "webchat", Now.AddMinutes(-1), "m4")],
    };

    private static readonly LeadView Sol = Lead(
        Fact(Field.Email, new TextValue("sol@once.mx"), "sol@once.mx"),
        Fact(Field.Need, StatedValue.Yes, "we lose renewals"),
        Fact(Field.Budget, new MoneyValue(null, 30000, "MXN", Per.Month), "up to 30k"),
        Fact(Field.Authority, new ChoiceValue("influences"), "my boss signs"))
        with { Channel = "telegram", Intents = new HashSet<Intent> { Intent.AskDemo } };

    private static string Told(Reply reply) => string.Join('\n',
    [
        reply.Card!.Title,
        reply.Card.Subtitle ?? "",
        .. reply.Card.Rows.Select(row => row.Label.Length > 0 ? $"{row.Label}: {row.Value}" : row.Value),
        string.Join(' ', reply.Card.Actions.Select(action => $"[{action.Label}]")),
    ]);

    [Fact]
    public void What_ships_has_no_errors() => Assert.Empty(Errors);

    [Fact]
    public void An_alert_in_Spanish() => Assert.Equal(
        """
        🔥 Ana Ruiz · Clínica Albor, Zaragoza · 91/100
        «el programa de citas nos duplica pacientes»
        15 personas · 5.000–6.000 €/año · decide · lo quiere ya
        Por qué: plazo inmediato +25 · el presupuesto encaja (unos 6.000 € al año) +20 · necesidad clara +18 · decide +18 · tamaño que encaja (15 personas) +10
        Contacto: +34 612 34 09 81
        Origen: escribe desde la web, viene de google, campaña google-clinicas
        Siguiente paso: llama antes de 5 minutos; enseña cómo se resuelve «el programa de citas nos duplica pacientes»
        [Lo llevo yo] [Hablar por el chat] [Ahora no] [No encaja] [Conversación]
        """,
        Told(Card.Alert(Ana, "es")));

    [Fact]
    public void An_alert_in_English() => Assert.Equal(
        """
        🔥 Ana Ruiz · Clínica Albor, Zaragoza · 91/100
        “el programa de citas nos duplica pacientes”
        15 people · €5,000–6,000 a year · decides · wants it now
        Why: wants it now +25 · the budget fits (about €6,000 a year) +20 · a clear need +18 · decides +18 · a size that fits (15 people) +10
        Contact: +34 612 34 09 81
        Origin: writes from the website, came from google, campaign google-clinicas
        Next step: call within 5 minutes; show how “el programa de citas nos duplica pacientes” gets solved
        [Claim] [Take over] [Not now] [Not a fit] [Transcript]
        """,
        Told(Card.Alert(Ana, "en")));

    [Fact]
    public void An_alert_that_somebody_has_taken()
    {
        var taken = Card.Alert(Ana with { Owner = "Marta", ClaimedAt = Now.AddSeconds(-22) }, "es");
        Assert.Equal("Lo lleva Marta, 10:29 (38 segundos)", taken.Card!.Subtitle);
        Assert.DoesNotContain(taken.Card.Actions, action => action.Value == "/claim 42");
    }

    [Fact]
    public void A_lead_of_whom_little_is_known() => Assert.Equal(
        """
        🌤️ No name · 50/100
        “we lose renewals”
        up to MXN 30,000 a month · recommends, doesn't sign
        Why: the budget fits (about €17,280 a year) +20 · a clear need +18 · advises whoever decides +12
        Lacks: wanting it now, the say, or access to whoever has it
        Contact: sol@once.mx
        Origin: writes from Telegram
        Next step: offer two times for a demo this week; bring in whoever signs; agree on a date
        [Claim] [Take over] [Not now] [Not a fit] [Transcript]
        """,
        Told(Card.Alert(Sol, "en")));

    [Fact]
    public void A_list_tells_a_lead_in_a_line() => Assert.Multiple(
        () => Assert.Equal("🔥 42 · Ana Ruiz · Clínica Albor, Zaragoza · 91 · sin dueño · hace 3 minutos", Card.Line(Ana, "es", Now)),
        () => Assert.Equal("🔥 42 · Ana Ruiz · Clínica Albor, Zaragoza · 91 · Marta's · 3 minutes ago", Card.Line(Ana with { Owner = "Marta" }, "en", Now)));

    [Fact]
    public void A_sheet_quotes_the_message_behind_each_fact() => Assert.Equal(
        """
        🔥 Ana Ruiz · Clínica Albor, Zaragoza · 91/100

        Nombre: Ana Ruiz · «ana ruiz» (23 nov 10:27)
        Empresa: Clínica Albor · «clinica albor» (23 nov 10:27)
        Lugar: Zaragoza · «zaragoza» (23 nov 10:27)
        Teléfono: +34 612 34 09 81 · «612 340 981» (23 nov 10:27)
        Necesidad: «el programa de citas nos duplica pacientes» (23 nov 10:27)
        Tamaño: 15 personas · «somos 15» (23 nov 10:27)
        Presupuesto: 5.000–6.000 €/año · «5000, 6000 como mucho» (23 nov 10:27)
        Decisión: decide · «soy la gerente» (23 nov 10:27)
        Plazo: lo quiere ya · «queremos cambiar ya» (23 nov 10:27)
        Por qué: plazo inmediato +25 «queremos cambiar ya»
        el presupuesto encaja (unos 6.000 € al año) +20 «5000, 6000 como mucho»
        necesidad clara +18 «el programa de citas nos duplica pacientes»
        decide +18 «soy la gerente»
        tamaño que encaja (15 personas) +10 «somos 15»
        Etapa: MQL
        Dueño: sin dueño
        Llegó: hace 3 minutos
        Origen: escribe desde la web, viene de google, campaña google-clinicas
        Consentimiento: contacto: sí, 23 nov 10:29, política v3
        Siguiente paso: llama antes de 5 minutos; enseña cómo se resuelve «el programa de citas nos duplica pacientes»
        [Lo llevo yo] [Hablar por el chat] [Ahora no] [No encaja] [Conversación]
        """,
        Told(Card.Sheet(Ana, "es", Now)));

    [Fact]
    public void A_sheet_tells_what_to_ask() =>
        Assert.Contains(Card.Sheet(Sol, "en", Now).Card!.Rows, row => row is { Label: "Still to ask", Value: "Timeline" });
}
