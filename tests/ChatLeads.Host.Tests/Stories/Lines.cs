namespace ChatLeads.Host.Tests.Stories;

/// <summary>What people say and see in one language.</summary>
internal sealed record Lines(string Language)
{
    /// <summary>As in docs/teams.md.</summary>
    public required string Need { get; init; }
    public required string Agree { get; init; }
    public required string Contact { get; init; }
    public required IReadOnlyList<string> OnTheCard { get; init; }
    public required string Claim { get; init; }
    public required string Claimed { get; init; }
    public required string TakeOver { get; init; }
    public required string Taken { get; init; }
    public required string PersonHere { get; init; }
    public required string Hello { get; init; }
    public required string Fine { get; init; }
    public required string GiveBack { get; init; }
    public required string GivenBack { get; init; }
    public required string BotBack { get; init; }
    public required string AsksPrice { get; init; }
    public required string Price { get; init; }
    public required string Won { get; init; }
    public required IReadOnlyList<string> IsWon { get; init; }

    public static Lines In(string language) => language == "es" ? Spanish : English;

    private static Lines Spanish { get; } = new("es")
    {
        Need = "llevo una clínica dental de 14 personas en Zaragoza, el programa nos duplica citas, queremos cambiarlo ya, unos 6.000 euros al año, decido yo",
        Agree = "Sí, de acuerdo",
        Contact = "Ana Ruiz, 612 340 981, ana@clinicaruiz.es",
        OnTheCard = ["Ana Ruiz", "Por qué", "decide +18", "6.000 €/año", "14 personas", "+34 612 34 09 81", "ana@clinicaruiz.es"],
        Claim = "Lo llevo yo",
        Claimed = "Lo lleva Marta",
        TakeOver = "Hablar por el chat",
        Taken = "Ahora hablas tú con Ana Ruiz",
        PersonHere = "Te atiende ahora Marta",
        Hello = "Hola, Ana, ¿te llamo el martes a las diez?",
        Fine = "el martes me va bien",
        GiveBack = "Devolver al bot",
        GivenBack = "Ana Ruiz vuelve a hablar conmigo",
        BotBack = "Marta ha salido del chat",
        AsksPrice = "¿y cuánto cuesta?",
        Price = "149 €",
        Won = "ganado 6.000 €",
        IsWon = ["Ana Ruiz", "cliente", "6.000 €"],
    };

    private static Lines English { get; } = new("en")
    {
        Need = "I run a dental clinic with 14 people in Zaragoza, our software books patients twice, we want to replace it now, about 6,000 euros a year, I decide",
        Agree = "Yes, that's fine",
        Contact = "Ana Ruiz, +34 612 340 981, ana@clinicaruiz.es",
        OnTheCard = ["Ana Ruiz", "Why", "decides +18", "€6,000 a year", "14 people", "+34 612 34 09 81", "ana@clinicaruiz.es"],
        Claim = "Claim",
        Claimed = "Marta has it",
        TakeOver = "Take over",
        Taken = "You're talking to Ana Ruiz now",
        PersonHere = "You're now talking to Marta",
        Hello = "Hello Ana, shall I call you on Tuesday at ten?",
        Fine = "Tuesday is fine with me",
        GiveBack = "Give back to the bot",
        GivenBack = "Ana Ruiz is talking to me again",
        BotBack = "Marta has left the chat",
        AsksPrice = "and how much is it?",
        Price = "€149",
        Won = "won €6,000",
        IsWon = ["Ana Ruiz", "customer", "€6,000"],
    };
}
