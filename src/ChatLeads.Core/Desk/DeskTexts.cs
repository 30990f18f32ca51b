using System.Text.Json;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary><c>desk/texts.yaml</c>: how leads are described to staff, in every language.</summary>
public sealed class DeskTexts
{
    private Dictionary<DeskText, Wordings> lines = [];
    private Dictionary<string, IReadOnlyDictionary<string, string>> fields = [];
    private Dictionary<string, IReadOnlyDictionary<string, string>> names = [];
    private Dictionary<string, string> symbols = [];

    private DeskTexts() { }

    /// <summary>What may be done with a lead, in the order of the buttons.</summary>
    internal IReadOnlyList<DeskAction> Actions { get; private init; } = [];

    /// <summary>Reads the file; what is wrong is added to <paramref name="errors"/>, and the result is then not to be used.</summary>
    public static DeskTexts Load(DialogFile file, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors)
    {
        var root = DialogNode.Parse(file, errors);
        root.AllowOnly("lines", "fields", "choices", "temperatures", "stages", "purposes", "channels", "currencies", "actions");
        var names = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        ReadNames(root.Require("temperatures"), Ids<Temperature>(), nameof(Temperature), names, languages);
        ReadNames(root.Require("stages"), Ids<Stage>(), nameof(Stage), names, languages);
        ReadNames(root.Require("purposes"), Ids<ConsentPurpose>(), nameof(ConsentPurpose), names, languages);
        ReadNames(root.Require("channels"), ["webchat", "telegram", "teams"], nameof(Channel), names, languages);
        var choices = root.Require("choices");
        foreach (var field in Field.Known.Where(field => Choices.Of(field).Count > 0))
            ReadNames(choices.Require(field.Id), Choices.Of(field), field.Id, names, languages);
        return new DeskTexts
        {
            lines = ReadLines(root.Require("lines"), languages),
            fields = root.Require("fields").Entries().ToDictionary(entry => entry.Key, entry => entry.Value.Translations(languages)),
            names = names,
            symbols = root.Require("currencies").Entries().ToDictionary(entry => entry.Key, entry => entry.Value.Text()),
            Actions = [.. root.Require("actions").Items().Select(node => DeskAction.Read(node, languages))],
        };
    }

    internal string Line(DeskText line, string language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            all[name] = value;
        return Wordings.Fill(lines[line].In(language, 0), all);
    }

    internal string Name<T>(T id, string language) where T : struct, Enum => names[typeof(T).Name + Id(id)][language];

    /// <summary>A channel that nobody has named yet goes by its id.</summary>
    internal string Channel(string id, string language) => names.TryGetValue(nameof(Channel) + id, out var name) ? name[language] : id;

    internal string Choice(Field field, string id, string language) => names.TryGetValue(field.Id + id, out var name) ? name[language] : id;

    /// <summary>A field of the playbook's own that has no label here goes by its id.</summary>
    internal string Label(Field field, string language) => fields.TryGetValue(field.Id, out var label) ? label[language] : field.Id;

    internal string? Symbol(string currency) => symbols.GetValueOrDefault(currency);

    private static Dictionary<DeskText, Wordings> ReadLines(DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly([.. Ids<DeskText>()]);
        return Enum.GetValues<DeskText>().ToDictionary(line => line, line => Wordings.Read(node.Require(Id(line)), languages, Values(line)));
    }

    private static void ReadNames(
        DialogNode node, IReadOnlyList<string> ids, string prefix, Dictionary<string, IReadOnlyDictionary<string, string>> names, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly([.. ids]);
        foreach (var id in ids)
            names[prefix + id] = node.Require(id).Translations(languages);
    }

    private static string Id<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static IReadOnlyList<string> Ids<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Id)];

    /// <summary>The values that a line must hold.</summary>
    private static string[] Values(DeskText line) => line switch
    {
        DeskText.Headline => ["mark", "who", "score"],
        DeskText.HeadlinePart => ["first", "second"],
        DeskText.Quote => ["text"],
        DeskText.Point => ["reason", "points"],
        DeskText.ListItem => ["mark", "number", "who", "score", "owner", "since"],
        DeskText.Owned or DeskText.Offered => ["owner"],
        DeskText.Claimed => ["owner", "time", "after"],
        DeskText.Unreachable => ["time"],
        DeskText.FromChannel => ["channel"],
        DeskText.FromSource => ["source"],
        DeskText.FromCampaign => ["campaign"],
        DeskText.SaidAt => ["text", "time"],
        DeskText.ConsentGiven or DeskText.ConsentRefused => ["purpose", "time", "policy_version"],
        DeskText.People => ["value"],
        DeskText.RangeBetween => ["min", "max"],
        DeskText.RangeFrom => ["min"],
        DeskText.RangeUpTo => ["max"],
        DeskText.WithSymbol => ["amount", "symbol"],
        DeskText.WithCode => ["amount", "code"],
        DeskText.PerOnce or DeskText.PerMonth or DeskText.PerYear => ["amount"],
        _ => [],
    };
}
