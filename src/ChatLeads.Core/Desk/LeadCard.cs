using System.Globalization;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using Humanizer;

namespace ChatLeads.Core.Desk;

/// <summary>Shows a lead to staff: as an alert, as a line of a list, as a whole sheet.</summary>
/// <param name="zone">The firm's, for times of day.</param>
public sealed class LeadCard(DeskTexts texts, NextSteps steps, TimeZoneInfo zone)
{
    private const int StrongestReasons = 5;
    private static readonly Field[] InShort = [Field.CompanySize, Field.Budget, Field.Authority, Field.Timeline];

    /// <summary>What a rep needs to call within the minute. Once it is somebody's, it says whose, and may be shown again to all.</summary>
    public Reply Alert(LeadView lead, string language) => Show(lead, language, Claimed(lead, language) ?? Offered(lead, language) ?? Need(lead, language),
    [
        new("", string.Join(" · ", Known(lead, language, InShort))),
        new(texts.Line(DeskText.Why, language), Reasons(lead, language)),
        new(texts.Line(DeskText.Lacks, language), Lacks(lead, language)),
        new(texts.Line(DeskText.Contact, language), string.Join(" · ", Known(lead, language, [Field.Phone, Field.Email]))),
        new(texts.Line(DeskText.Chat, language), Chat(lead, language)),
        new(texts.Line(DeskText.Origin, language), Origin(lead, language)),
        new(texts.Line(DeskText.Next, language), steps.For(lead, language)),
    ]);

    /// <summary>One line of a list.</summary>
    public string Line(LeadView lead, string language, DateTimeOffset now) => texts.Line(
        DeskText.ListItem,
        language,
        ("mark", texts.Name(lead.Score.Temperature, language)),
        ("number", $"{lead.Number}"),
        ("who", Who(lead, language)),
        ("score", $"{lead.Score.Total}"),
        ("owner", Owner(lead, language)),
        ("since", lead.CreatedAt.Humanize(now, CultureInfo.GetCultureInfo(language))));

    /// <summary>All that is known, each fact with the message that it came from.</summary>
    public Reply Sheet(LeadView lead, string language, DateTimeOffset now) => Show(lead, language, null,
    [
        .. lead.Facts.Select(fact => new CardRow(texts.Label(fact.Field, language), Said(fact, language))),
        new(texts.Line(DeskText.Why, language), string.Join("\n", lead.Score.Points.Select(point => Point(point, language)))),
        new(texts.Line(DeskText.Lacks, language), Lacks(lead, language)),
        new(texts.Line(DeskText.AskFor, language), string.Join(", ", lead.Score.Missing.Select(field => texts.Label(field, language)))),
        new(texts.Line(DeskText.Stage, language), texts.Name(lead.Stage, language)),
        new(texts.Line(DeskText.Owner, language), Claimed(lead, language) ?? Owner(lead, language)),
        new(texts.Line(DeskText.Chat, language), Chat(lead, language)),
        new(texts.Line(DeskText.Since, language), lead.CreatedAt.Humanize(now, CultureInfo.GetCultureInfo(language))),
        new(texts.Line(DeskText.Origin, language), Origin(lead, language)),
        .. lead.Consents.Select(consent => new CardRow(texts.Line(DeskText.Consent, language), Consent(consent, language))),
        new(texts.Line(DeskText.Next, language), steps.For(lead, language)),
    ]);

    /// <summary>What is held about a person, as they themselves are told it.</summary>
    public Card Copy(IReadOnlyList<Fact> facts, IReadOnlyList<ConsentRecord> consents, string language) => new(
        facts.FirstOrDefault(fact => fact.Field == Field.Name)?.Value is TextValue name ? name.Text : texts.Line(DeskText.NoName, language),
        null,
        [
            .. facts.Select(fact => new CardRow(texts.Label(fact.Field, language), Said(fact, language))),
            .. consents.Select(consent => new CardRow(texts.Line(DeskText.Consent, language), Consent(consent, language))),
        ],
        []);

    /// <summary><c>12.000 €</c>.</summary>
    public string Money(decimal amount, string currency, string language) => FactPhrases.Amount(texts, language, currency, amount);

    /// <summary>A channel, as staff call it.</summary>
    public string Channel(string id, string language) => texts.Channel(id, language);

    /// <summary>What a button asks back when pressing it says that alone, with its answers; null for all else that may be said.</summary>
    /// <returns>And what an answer in words is put behind.</returns>
    public (Reply Question, string Opening)? Ask(string said, string language)
    {
        foreach (var action in texts.Actions)
            if (action.Question(said, language) is { } question)
                return question;
        return null;
    }

    /// <summary>A stage, as staff call it.</summary>
    public string Stage(Stage stage, string language) => texts.Name(stage, language);

    private Reply Show(LeadView lead, string language, string? subtitle, CardRow[] rows)
    {
        var title = texts.Line(
            DeskText.Headline,
            language,
            ("mark", texts.Name(lead.Score.Temperature, language)),
            ("who", Who(lead, language)),
            ("score", $"{lead.Score.Total}"));
        var actions = texts.Actions.Where(action => action.WhenOwned || lead.Owner is null).Select(action => action.For(lead.Number, language));
        return new Reply("", language)
        {
            Card = new Card(title, subtitle, [.. rows.Where(row => row.Value.Length > 0)], [.. actions]),
            Leads = [lead.Number],
        };
    }

    /// <summary>The name, and what tells the firm: <c>Ana Ruiz · Clínica Albor, Zaragoza</c>.</summary>
    private string Who(LeadView lead, string language)
    {
        var name = lead.TextOf(Field.Name) ?? texts.Line(DeskText.NoName, language);
        IEnumerable<string> firm = new[] { lead.TextOf(Field.Company), lead.TextOf(Field.Location) }.OfType<string>().Select(ProperName.Of);
        var described = string.Join(", ", firm);
        return described.Length == 0 ? name : texts.Line(DeskText.HeadlinePart, language, ("first", name), ("second", described));
    }

    private string? Need(LeadView lead, string language) =>
        lead.FactOf(Field.Need) is { } need ? FactPhrases.Of(texts, need, language) : null;

    private IEnumerable<string> Known(LeadView lead, string language, Field[] fields) =>
        fields.Select(lead.FactOf).OfType<Fact>().Select(fact => FactPhrases.Of(texts, fact, language));

    private string Reasons(LeadView lead, string language) =>
        string.Join(" · ", lead.Score.Points.Where(point => point.Points > 0).Take(StrongestReasons)
            .Select(point => texts.Line(DeskText.Point, language, ("reason", point.Reason[language]), ("points", $"{point.Points}"))));

    private static string Lacks(LeadView lead, string language) => string.Join(", ", lead.Score.HeldBy.Select(held => held[language]));

    private string Chat(LeadView lead, string language) =>
        lead.UnreachableSince is { } since ? texts.Line(DeskText.Unreachable, language, ("time", When(since, language))) : "";

    private string Origin(LeadView lead, string language)
    {
        List<string> parts = [texts.Line(DeskText.FromChannel, language, ("channel", texts.Channel(lead.Channel, language)))];
        if (lead.Visit?.Source is { Length: > 0 } source)
            parts.Add(texts.Line(DeskText.FromSource, language, ("source", source)));
        if (lead.Visit?.Campaign is { Length: > 0 } campaign)
            parts.Add(texts.Line(DeskText.FromCampaign, language, ("campaign", campaign)));
        return string.Join(", ", parts);
    }

    private string Owner(LeadView lead, string language) => lead.Owner is { } owner
        ? texts.Line(DeskText.Owned, language, ("owner", owner))
        : texts.Line(DeskText.NoOwner, language);

    private string? Claimed(LeadView lead, string language) => lead is { Owner: { } owner, ClaimedAt: { } at }
        ? texts.Line(
            DeskText.Claimed,
            language,
            ("owner", owner),
            ("time", Time(at).ToString("t", CultureInfo.GetCultureInfo(language))),
            ("after", (at - (lead.HotAt ?? lead.CreatedAt)).Humanize(2, CultureInfo.GetCultureInfo(language), minUnit: TimeUnit.Second)))
        : null;

    private string? Offered(LeadView lead, string language) =>
        lead.OfferedTo is { } other ? texts.Line(DeskText.Offered, language, ("owner", other)) : null;

    private string Said(Fact fact, string language) => fact.Value is StatedValue
        ? texts.Line(DeskText.SaidAt, language, ("text", FactPhrases.Of(texts, fact, language)), ("time", When(fact.Quote.At, language)))
        : $"{FactPhrases.Of(texts, fact, language)} · {texts.Line(DeskText.SaidAt, language, ("text", Quoted(fact.Quote, language)), ("time", When(fact.Quote.At, language)))}";

    private string Point(Scoring.ScorePoint point, string language)
    {
        var told = texts.Line(DeskText.Point, language, ("reason", point.Reason[language]), ("points", $"{point.Points}"));
        return point.From is { } quote ? $"{told} {Quoted(quote, language)}" : told;
    }

    private string Consent(ConsentRecord consent, string language) => texts.Line(
        consent.Granted ? DeskText.ConsentGiven : DeskText.ConsentRefused,
        language,
        ("purpose", texts.Name(consent.Purpose, language)),
        ("time", When(consent.At, language)),
        ("policy_version", consent.PolicyVersion));

    private string Quoted(Quote quote, string language) => texts.Line(DeskText.Quote, language, ("text", quote.Text));

    private DateTimeOffset Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    private string When(DateTimeOffset at, string language) => Time(at).ToString("d MMM H:mm", CultureInfo.GetCultureInfo(language));
}
