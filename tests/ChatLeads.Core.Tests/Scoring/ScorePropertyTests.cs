using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Understanding;
using CsCheck;

namespace ChatLeads.Core.Tests.Scoring;

public class ScorePropertyTests
{
    private static readonly Gen<Quote> Quotes =
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Select((id, days) => new Quote($"m{id}", "…", Given.Now.AddDays(-days)));

    private static readonly Gen<Fact> Facts = Gen.Select(Values(), Quotes).Select((fact, quote) => new Fact(fact.Item1, fact.Item2, quote));

    private static readonly Gen<Evidence> Evidences = Gen.Select(
        Facts.List[0, 8],
        Gen.Select(Gen.Enum<Intent>(), Quotes).Select((intent, quote) => new SeenIntent(intent, quote)).List[0, 5],
        Gen.Int[0, 12],
        Gen.OneOf(Field.Budget, Field.Authority, Field.Timeline, Field.Need).HashSet[0, 2])
        .Select((facts, intents, messages, refused) => new Evidence(facts, intents, messages, Given.Now, refused));

    /// <summary>Answers of every kind, also some that no rule speaks of.</summary>
    private static Gen<(Field, FactValue)> Values() => Gen.OneOf(
        Gen.OneOf("decides", "influences", "uses").Select(id => (Field.Authority, (FactValue)new ChoiceValue(id))),
        Gen.OneOf("now", "quarter", "half", "later", "none").Select(id => (Field.Timeline, (FactValue)new ChoiceValue(id))),
        Gen.Select(Gen.Int[0, 900], Gen.Int[0, 900].Nullable()).Select((min, more) => (Field.CompanySize, (FactValue)new RangeValue(min, min + more))),
        Gen.Select(Gen.Decimal[0, 90_000], Gen.OneOf("EUR", "COP", "XXX"), Gen.Enum<Per>())
            .Select((amount, currency, per) => (Field.Budget, (FactValue)new MoneyValue(null, amount, currency, per))),
        Gen.Const((Field.Need, (FactValue)StatedValue.Yes)),
        Gen.Const((Field.Location, (FactValue)new TextValue("Lugo"))));

    private static readonly Quote Fresh = new("new", "…", Given.Now);

    private static readonly (Field Field, FactValue Value)[] Answers =
    [
        .. Choices.Of(Field.Authority).Select(id => (Field.Authority, (FactValue)new ChoiceValue(id))),
        .. Choices.Of(Field.Timeline).Select(id => (Field.Timeline, (FactValue)new ChoiceValue(id))),
        .. new[] { 1, 3, 40, 4000 }.Select(people => (Field.CompanySize, (FactValue)new RangeValue(people, people))),
        .. new[] { 90m, 2000m, 9000m }.Select(amount => (Field.Budget, (FactValue)new MoneyValue(null, amount, "EUR", Per.Year))),
        (Field.Need, StatedValue.Yes),
    ];

    private static Score Scored(Evidence evidence, int daysLater = 0) => Scorer.Score(Given.Rules, evidence, Given.Now.AddDays(daysLater));

    private static int Sum(Score score, Dimension dimension) => score.Points.Where(p => p.Dimension == dimension).Sum(p => p.Points);

    [Fact]
    public void The_total_is_the_capped_sum_of_explained_points() => Evidences.Sample(evidence =>
    {
        var score = Scored(evidence);
        Assert.InRange(score.Total, 0, 100);
        Assert.Equal(score.Total, score.Points.Sum(point => point.Points));
        Assert.All(Enum.GetValues<Dimension>(), d => Assert.InRange(Sum(score, d), 0, Given.Rules.Dimensions[(int)d].Cap));
        Assert.All(score.Points, point => Assert.All(DialogsFolder.Languages, language =>
            Assert.DoesNotMatch(@"^\s*$|\{", point.Reason[language])));
        Assert.Equal(score.Points.Select(p => p.Points).OrderDescending(), score.Points.Select(p => p.Points));
    });

    [Fact]
    public void Every_point_quotes_the_message_it_rests_on() => Evidences.Sample(evidence =>
    {
        var said = evidence.Facts.Select(f => f.Quote).Concat(evidence.Intents.Select(i => i.Quote)).ToHashSet();
        Assert.All(Scored(evidence).Points, point => Assert.True(point.From is null ? point.Dimension is Dimension.Engagement : said.Contains(point.From)));
    });

    [Fact]
    public void One_more_fact_never_lowers_a_dimension() => Gen.Select(Evidences, Facts).Sample((evidence, fact) =>
    {
        if (evidence.About(fact.Field) is not null)
            return;
        var (before, after) = (Scored(evidence), Scored(evidence with { Facts = [.. evidence.Facts, fact] }));
        Assert.All(Enum.GetValues<Dimension>(), d => Assert.True(Sum(after, d) >= Sum(before, d)));
    });

    [Fact]
    public void The_order_of_evidence_does_not_matter() => Evidences.Sample(evidence =>
    {
        var turned = evidence with { Facts = [.. evidence.Facts.Reverse()], Intents = [.. evidence.Intents.Reverse()] };
        Assert.Equal(Told(Scored(evidence)), Told(Scored(turned)));
    });

    [Fact]
    public void Silence_warms_nobody() => Gen.Select(Evidences, Gen.Int[0, 200]).Sample((evidence, days) =>
    {
        var (before, after) = (Scored(evidence), Scored(evidence, days));
        Assert.True(after.Total <= before.Total);
        Assert.True(after.Temperature <= before.Temperature);
    });

    /// <summary>Every open field that is not missing, with every answer.</summary>
    [Fact]
    public void What_is_not_missing_cannot_change_the_temperature() => Gen.Select(Evidences, Gen.Int[0, 3]).Sample((all, facts) =>
    {
        var evidence = all with { Facts = [.. all.Facts.Take(facts).Select(fact => fact with { Quote = Fresh })] };
        var score = Scored(evidence);
        foreach (var (field, value) in Answers.Where(a => !score.Missing.Contains(a.Field) && evidence.About(a.Field) is null && !evidence.Refused.Contains(a.Field)))
        {
            var answered = evidence with { Facts = [.. evidence.Facts, new Fact(field, value, Fresh)] };
            Assert.Equal(score.Temperature, Scored(answered).Temperature);
        }
    });

    [Fact]
    public void What_is_missing_is_unknown_and_not_refused() => Evidences.Sample(evidence =>
        Assert.All(Scored(evidence).Missing, field =>
            Assert.True(evidence.About(field) is null && !evidence.Refused.Contains(field))));

    private static string Told(Score score) =>
        $"{score.Total} {score.Temperature} {string.Join(' ', score.Missing)} {string.Join('|', score.Points.Select(p => (p.Dimension, p.Points, p.Reason["es"], p.From)))}";
}
