using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary>An enum whose members are phrases of a file of <c>dialogs/</c>, each in snake case.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class PhrasesAttribute(string path) : Attribute
{
    public string Path => path;
}

/// <summary>The values that a phrase must hold.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ValuesAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;
}

/// <summary>What the desk says besides leads' cards, in every language: the enums marked with <see cref="PhrasesAttribute"/>.</summary>
public sealed class DeskAnswers
{
    private readonly FrozenDictionary<Enum, Wordings> phrases;

    private DeskAnswers(FrozenDictionary<Enum, Wordings> phrases) => this.phrases = phrases;

    /// <summary>Reads the files of those <paramref name="types"/> that are phrases; what is wrong is added to <paramref name="errors"/>, and the result is then not to be used.</summary>
    public static DeskAnswers Load(
        IReadOnlyList<DialogFile> files, IReadOnlyCollection<Type> types, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors)
    {
        var phrases = new Dictionary<Enum, Wordings>();
        foreach (var type in types)
            if (type.GetCustomAttribute<PhrasesAttribute>() is not { Path: var path })
                continue;
            else if (files.FirstOrDefault(file => file.Path == path) is { } file)
                Read(DialogNode.Parse(file, errors), type, languages, phrases);
            else
                errors.Add(new PlaybookError(path, 0, "The file is missing.", "Restore it from the program's own dialogs/."));
        return new DeskAnswers(phrases.ToFrozenDictionary());
    }

    public string Say<T>(T phrase, string language, params ReadOnlySpan<(string Name, string Value)> values) where T : struct, Enum
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            all[name] = value;
        return Wordings.Fill(phrases[phrase].In(language, 0), all);
    }

    private static void Read(DialogNode root, Type type, IReadOnlyCollection<string> languages, Dictionary<Enum, Wordings> phrases)
    {
        root.AllowOnly([.. type.GetEnumNames().Select(Id)]);
        foreach (Enum phrase in type.GetEnumValues())
        {
            var values = type.GetField($"{phrase}")!.GetCustomAttribute<ValuesAttribute>()?.Names ?? [];
            phrases[phrase] = Wordings.Read(root.Require(Id($"{phrase}")), languages, values);
        }
    }

    private static string Id(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
