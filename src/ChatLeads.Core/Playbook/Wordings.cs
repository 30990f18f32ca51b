using System.Text;
using System.Text.RegularExpressions;

namespace ChatLeads.Core.Playbooks;

/// <summary>One thing that the bot says, in every language and possibly in several wordings.</summary>
public sealed partial class Wordings
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> texts;

    private Wordings(IReadOnlyDictionary<string, IReadOnlyList<string>> texts) => this.texts = texts;

    /// <summary>Values that any text may hold; see <see cref="Firm.Value"/>.</summary>
    public static readonly IReadOnlyList<string> Common =
        ["firm", "phone", "hours", "policy", "version", "guide", "comma_name"];

    /// <summary>One of the wordings; the same <paramref name="turn"/> always gives the same one.</summary>
    public string In(string language, int turn) => texts[language] is var all ? all[turn % all.Count] : "";

    /// <summary>Reads <c>{ es: …, en: … }</c>.</summary>
    /// <param name="required">Values that every wording must hold, besides which the common ones may stand.</param>
    public static Wordings Read(DialogNode node, IReadOnlyCollection<string> languages, params IReadOnlyList<string> required)
    {
        var wordings = new Wordings(node.Wordings(languages));
        foreach (var language in languages)
            foreach (var item in node.Get(language)?.Items() ?? [])
                CheckValues(item, required);
        return wordings;
    }

    /// <summary>Puts <paramref name="values"/> in the place of <c>{name}</c>.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Fill(text, name => values.GetValueOrDefault(name));

    /// <summary>Puts the value of each name in the place of <c>{name}</c>, and nothing in the place of one that has none.</summary>
    public static string Fill(string text, Func<string, string?> valueOf)
    {
        var filled = new StringBuilder();
        var done = 0;
        foreach (var match in Value().EnumerateMatches(text))
        {
            filled.Append(text, done, match.Index - done).Append(valueOf(text.Substring(match.Index + 1, match.Length - 2)));
            done = match.Index + match.Length;
        }
        return filled.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The names of the values that a text holds.</summary>
    public static IReadOnlySet<string> ValuesIn(string text) => Value().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();

    private static void CheckValues(DialogNode item, IReadOnlyList<string> required)
    {
        var used = ValuesIn(item.IsText ? item.Text() : "");
        foreach (var name in required.Where(name => !used.Contains(name)))
            item.Error($"`{{{name}}}` is missing in this text.", $"Write `{{{name}}}` where it belongs.");
        foreach (var name in used.Where(name => !required.Contains(name) && !Common.Contains(name)))
            item.Error($"`{{{name}}}` has no value here.", $"Usable are: {string.Join(", ", required.Concat(Common))}.");
    }

    [GeneratedRegex(@"\{([a-z_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
