using System.Globalization;
using System.Text;
using ChatLeads.Core.Conversations.Simulation;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Host.Demo;

/// <summary>Draws invented people from <c>demo.yaml</c>: the same seed, the same people.</summary>
internal sealed class DemoPeople(DialogNode demo, Random random)
{
    public IReadOnlyList<(string Name, string Language)> Reps =>
        [.. demo.Require("reps").Items().Select(rep => (rep.Require("name").Text(), rep.Require("language").Text()))];

    /// <exception cref="StartupException">The file is missing or wrong.</exception>
    public static DemoPeople Read(ChatLeadsOptions options, Random random)
    {
        var file = DialogFolder.Read(options.DialogsDirectory ?? DialogFolder.Default).FirstOrDefault(file => file.Path == "demo.yaml")
            ?? throw new StartupException(["demo.yaml is missing in dialogs/. Restore it from the program's own dialogs/."]);
        var errors = new List<PlaybookError>();
        var people = new DemoPeople(DialogNode.Parse(file, errors), random);
        return errors.Count == 0 ? people : throw new StartupException([.. errors.Select(error => error.ToString())]);
    }

    public (Persona Persona, Visit Visit) Next(int number)
    {
        var (language, people) = Weighted(demo.Require("people").Entries().Select(entry => (entry, Weight(entry.Value))));
        var drawn = Draw(people, number);
        var answers = people.Require("answers").Entries().ToDictionary(entry => entry.Key, entry => Text(entry.Value, drawn));
        var persona = new Persona(
            $"demo-{number}", language, [Text(people.Require("openings"), drawn)], answers, people.Require("fallback").Text(), null, null, null);
        var source = Weighted(demo.Require("sources").Items().Select(item => (item, Weight(item))));
        return (persona, new Visit(Page: "/", Source: source.Get("source")?.Text(), Campaign: source.Get("campaign")?.Text()));
    }

    public string WhyLost() => Pick(demo.Require("lost_because"));

    public string Note() => Pick(demo.Require("notes"));

    /// <summary>What each source costs a month, in the firm's currency.</summary>
    public IReadOnlyList<(string Source, int Amount)> Costs =>
        [.. demo.Require("costs").Items().Select(cost => (cost.Require("source").Text(), cost.Require("month").WholeNumber(1, 1_000_000)))];

    private Dictionary<string, string> Draw(DialogNode people, int number)
    {
        var (given, family) = (Pick(people.Require("given")), Pick(people.Require("family")));
        var values = new Dictionary<string, string>
        {
            ["given"] = given,
            ["family"] = family,
            ["name"] = $"{given} {family}",
            ["place"] = Pick(people.Require("places")),
            ["number"] = $"{4 + random.Next(12) * random.Next(1, 6)}",
            ["digits"] = random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
            ["three"] = random.Next(100, 999).ToString(CultureInfo.InvariantCulture),
            ["email"] = $"{Plain(given)}.{Plain(family)}{number}@{people.Require("domain").Text()}",
        };
        values["company"] = Wordings.Fill(Pick(people.Require("companies")), values);
        values["phone"] = Wordings.Fill(people.Require("phone").Text(), values);
        return values;
    }

    private string Text(DialogNode choices, Dictionary<string, string> values) =>
        Wordings.Fill(Weighted(choices.Items().Select(item => (item, Weight(item)))).Require("text").Text(), values);

    private string Pick(DialogNode list) => list.Items() is var items ? items[random.Next(items.Count)].Text() : "";

    private static int Weight(DialogNode node) => node.Require("weight").WholeNumber(1, 1000);

    private T Weighted<T>(IEnumerable<(T Item, int Weight)> choices)
    {
        var all = choices.ToList();
        var at = random.Next(all.Sum(choice => choice.Weight));
        return all.First(choice => (at -= choice.Weight) < 0).Item;
    }

    /// <summary>Without accents, for addresses.</summary>
    private static string Plain(string name) => string.Concat(
        name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();
}
