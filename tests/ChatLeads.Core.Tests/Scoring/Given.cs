using System.Globalization;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Scoring;

/// <summary>Evidence for tests, written as words: <c>authority=decides budget=250EUR/month size=9 need ask_price !timeline</c> (! refused).</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    public static readonly ScoringRules Rules = Load(text => text);

    /// <summary>The shipped rules, changed.</summary>
    public static ScoringRules Load(Func<string, string> change)
    {
        var shipped = DialogsFolder.File("scoring.yaml");
        var errors = new List<PlaybookError>();
        var rules = ScoringRules.Load(shipped with { Text = change(shipped.Text) }, DialogsFolder.Languages, errors);
        Assert.Empty(errors);
        return rules;
    }

    public static Score Scored(string words, int daysAgo = 0) => Scorer.Score(Rules, Evidence(words, daysAgo), Now);

    public static Evidence Evidence(string words, int daysAgo = 0)
    {
        var at = Now.AddDays(-daysAgo);
        var facts = new List<Fact>();
        var intents = new List<SeenIntent>();
        var refused = new HashSet<Field>();
        var messages = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var quote = new Quote($"m{++messages}", word, at);
            if (word.StartsWith('!'))
                refused.Add(new Field(word[1..]));
            else if (word == "need")
                facts.Add(new Fact(Field.Need, StatedValue.Yes, quote));
            else if (word.Split('=') is [var field, var value])
                facts.Add(Fact(field, value, quote));
            else
                intents.Add(new SeenIntent(Enum.Parse<Intent>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), quote));
        }
        return new Evidence(facts, intents, messages, at, refused);
    }

    private static Fact Fact(string field, string value, Quote quote) => field switch
    {
        "size" => new Fact(Field.CompanySize, People(value), quote),
        "budget" => new Fact(Field.Budget, Money(value), quote),
        _ => new Fact(new Field(field), new ChoiceValue(value), quote),
    };

    public static RangeValue People(string text) => text.Split('-') is [var min, var max]
        ? new RangeValue(Number(min), Number(max))
        : new RangeValue(Number(text), Number(text));

    /// <summary><c>5000-6000EUR/year</c>, <c>-250EUR/month</c> (up to), <c>20000MXN</c> (once).</summary>
    public static MoneyValue Money(string text)
    {
        var parts = text.Split('/');
        var amounts = parts[0][..^3].Split('-');
        return new MoneyValue(Number(amounts[0]), Number(amounts[^1]), parts[0][^3..], parts.Length == 1 ? Per.Once : Enum.Parse<Per>(parts[1], ignoreCase: true));
    }

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
