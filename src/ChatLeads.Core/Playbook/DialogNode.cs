using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatLeads.Core.Playbooks;

/// <summary>
/// A piece of a YAML file that knows its file and line. Reading from it never throws: what is wrong is added to the
/// list of errors and a harmless value takes its place, so that one run finds all errors.
/// </summary>
public sealed class DialogNode
{
    private readonly YamlNode node;
    private readonly ICollection<PlaybookError> errors;

    private DialogNode(string file, YamlNode node, ICollection<PlaybookError> errors) =>
        (File, this.node, this.errors) = (file, node, errors);

    public string File { get; }

    /// <summary>1-based.</summary>
    public int Line => (int)node.Start.Line;

    public bool IsMap => node is YamlMappingNode;
    public bool IsList => node is YamlSequenceNode;
    public bool IsText => node is YamlScalarNode;

    /// <summary>The file's root; an empty map when the file is empty or no YAML.</summary>
    public static DialogNode Parse(DialogFile file, ICollection<PlaybookError> errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            if (stream.Documents.Count > 0)
                return new DialogNode(file.Path, stream.Documents[0].RootNode, errors);
            errors.Add(new PlaybookError(file.Path, 0, "The file is empty.", "Fill it, or delete it."));
        }
        // Some broken files make YamlDotNet fail in ways of its own.
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            var reason = (e.InnerException ?? e).Message;
            var line = (int)((e as YamlException)?.Start.Line ?? 0);
            errors.Add(new PlaybookError(file.Path, line, $"This is not YAML: {reason}", "Mend the indentation or quote the text."));
        }
        return new DialogNode(file.Path, new YamlMappingNode(), errors);
    }

    /// <summary>Adds an error at this line.</summary>
    public void Error(string message, string remedy) => errors.Add(new PlaybookError(File, Line, message, remedy));

    /// <summary>The entries of a map, in order.</summary>
    public IEnumerable<(string Key, DialogNode Value)> Entries()
    {
        if (node is YamlMappingNode map)
            return map.Children.Select(pair => (Name(pair.Key), With(pair.Value)));
        Error("Expected a map of keys.", "Write `key: value` lines.");
        return [];
    }

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IReadOnlyList<DialogNode> Items() => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(With)],
        YamlScalarNode => [this],
        _ => Wrong<IReadOnlyList<DialogNode>>("Expected a list.", "Write `- item` lines, or [a, b].", []),
    };

    /// <summary>The value of <paramref name="key"/>, or null when the map lacks it.</summary>
    public DialogNode? Get(string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? With(value) : null;

    /// <summary>The value of <paramref name="key"/>; its lack is an error, and an empty node takes its place.</summary>
    public DialogNode Require(string key)
    {
        if (Get(key) is { } value)
            return value;
        Error($"`{key}` is missing.", $"Add `{key}:`.");
        return new DialogNode(File, new YamlScalarNode(""), []);
    }

    /// <summary>An unknown key is an error: a typo would else be a silent default.</summary>
    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        if (node is not YamlMappingNode map)
            return;
        foreach (var key in map.Children.Keys)
        {
            var name = Name(key);
            if (!keys.Contains(name))
                With(key).Error($"`{name}` is not known here.", $"Known are: {string.Join(", ", keys.ToArray())}.");
        }
    }

    /// <summary>A text that is not empty.</summary>
    public string Text() => node is YamlScalarNode { Value: { Length: > 0 } text }
        ? text
        : Wrong("Expected a text.", "Write one, in quotes when it holds `:` or `#`.", "");

    public bool Flag() => (node as YamlScalarNode)?.Value switch
    {
        "true" => true,
        "false" => false,
        _ => Wrong("Expected true or false.", "Write one of the two.", false),
    };

    public int WholeNumber(int min, int max) =>
        int.TryParse((node as YamlScalarNode)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= min && value <= max
            ? value
            : Wrong($"Expected a whole number from {min} to {max}.", "Write one.", min);

    public decimal Number(decimal min, decimal max) =>
        decimal.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value >= min && value <= max
            ? value
            : Wrong(string.Create(CultureInfo.InvariantCulture, $"Expected a number from {min} to {max}."), "Write one, with a point for decimals.", min);

    /// <summary>One of <paramref name="choices"/>.</summary>
    public string OneOf(params ReadOnlySpan<string> choices)
    {
        var value = (node as YamlScalarNode)?.Value ?? "";
        return choices.Contains(value)
            ? value
            : Wrong($"`{value}` is not known here.", $"Write one of: {string.Join(", ", choices.ToArray())}.", choices[0]);
    }

    /// <summary>Texts in every language: <c>{ es: …, en: … }</c>, each one text or a list of wordings.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Wordings(IReadOnlyCollection<string> languages)
    {
        AllowOnly([.. languages]);
        return languages.ToDictionary(
            language => language,
            language => Get(language) is { } texts
                ? [.. texts.Items().Select(item => item.Text())]
                : Wrong<IReadOnlyList<string>>($"The `{language}` text is missing.", $"Add `{language}:` with the translation.", [""]));
    }

    /// <summary>One text in every language.</summary>
    public IReadOnlyDictionary<string, string> Translations(IReadOnlyCollection<string> languages) =>
        Wordings(languages).ToDictionary(pair => pair.Key, pair => pair.Value[0]);

    private static string Name(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";

    private DialogNode With(YamlNode child) => new(File, child, errors);

    private T Wrong<T>(string message, string remedy, T instead)
    {
        Error(message, remedy);
        return instead;
    }
}
