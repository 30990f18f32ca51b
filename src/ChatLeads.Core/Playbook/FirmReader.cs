using System.Globalization;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Playbooks;

/// <summary>Reads <c>playbook.yaml</c>.</summary>
internal static class FirmReader
{
    private static readonly string[] Temperatures = ["hot", "warm", "cold"];

    public static IReadOnlyList<string> Languages(DialogNode root)
    {
        var list = root.Require("languages");
        var languages = list.Items().Select(item => item.OneOf("es", "en")).Distinct().ToList();
        if (languages.Count > 0)
            return languages;
        list.Error("There is no language.", "Write `languages: [es, en]`.");
        return ["es", "en"];
    }

    public static Firm Read(DialogNode root, IReadOnlyList<string> languages)
    {
        root.AllowOnly("firm", "languages", "region", "currency", "office", "privacy_policy", "guide", "idle_minutes",
            "limits", "answer_within_minutes", "ask_marketing", "mql");
        var office = root.Require("office");
        return new Firm(
            root.Require("firm").Text(),
            languages,
            Code(root.Require("region"), 2, "an ISO country such as ES"),
            Code(root.Require("currency"), 3, "an ISO currency such as EUR"),
            office.Require("phone").Text(),
            office.Require("hours").Translations(languages),
            OfficeHours.Read(office),
            ReadPolicy(root.Require("privacy_policy"), languages),
            root.Require("guide").Translations(languages),
            TimeSpan.FromMinutes(root.Require("idle_minutes").WholeNumber(1, 1440)),
            ReadLimits(root.Require("limits")),
            ReadAnswerWithin(root.Require("answer_within_minutes")),
            ReadTemperatures(root.Require("ask_marketing")),
            ReadTemperatures(root.Require("mql")));
    }

    private static Policy ReadPolicy(DialogNode node, IReadOnlyList<string> languages)
    {
        node.AllowOnly("version", "url");
        var urls = node.Require("url");
        return new Policy(
            node.Require("version").Text(),
            urls.Translations(languages).ToDictionary(pair => pair.Key, pair => ReadUrl(urls.Get(pair.Key) ?? urls, pair.Value)));
    }

    private static Uri ReadUrl(DialogNode node, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            return url;
        node.Error("Expected a web address.", "Write it in full, with https://.");
        return new Uri("https://example.invalid/");
    }

    private static Limits ReadLimits(DialogNode node)
    {
        node.AllowOnly("questions", "questions_when_looking", "refusals");
        return new Limits(
            node.Require("questions").WholeNumber(0, 20),
            node.Require("questions_when_looking").WholeNumber(0, 5),
            node.Require("refusals").WholeNumber(1, 20));
    }

    private static Dictionary<Temperature, TimeSpan> ReadAnswerWithin(DialogNode node)
    {
        node.AllowOnly(Temperatures);
        return Temperatures.ToDictionary(Temperature, id => TimeSpan.FromMinutes(node.Require(id).WholeNumber(1, 14400)));
    }

    private static HashSet<Temperature> ReadTemperatures(DialogNode node) =>
        [.. node.Items().Select(item => Temperature(item.OneOf(Temperatures)))];

    private static Temperature Temperature(string id) => Enum.Parse<Temperature>(id, ignoreCase: true);

    private static string Code(DialogNode node, int length, string what)
    {
        var code = node.Text();
        if (code.Length != length || !code.All(char.IsAsciiLetterUpper))
            node.Error(string.Create(CultureInfo.InvariantCulture, $"`{code}` is no code of {length} capitals."), $"Write {what}.");
        return code;
    }
}
