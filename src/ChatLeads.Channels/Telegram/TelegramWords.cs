using ChatLeads.Core.Desk;
using ChatLeads.Core.Playbooks;
using Telegram.Bot.Types;

namespace ChatLeads.Channels.Telegram;

/// <summary>A command of the bot's menu.</summary>
/// <param name="Description">By language: what the menu shows.</param>
/// <param name="Says">By language: what the command says in the person's name; null for <c>/start</c>, which opens the chat.</param>
internal sealed record TelegramCommand(
    string Name, IReadOnlyDictionary<string, string> Description, IReadOnlyDictionary<string, string>? Says);

/// <summary>A command of the menu of staff, which the desk understands; both by language.</summary>
internal sealed record StaffCommand(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Description);

/// <summary><c>dialogs/telegram.yaml</c>: the words that only Telegram needs.</summary>
public sealed class TelegramWords
{
    /// <summary>Where the file lies in <c>dialogs/</c>.</summary>
    public const string Path = "telegram.yaml";

    // The first one is the default, for people whose Telegram speaks another language.
    private static readonly string[] AllLanguages = ["es", "en"];

    private IReadOnlyDictionary<string, string> sharePhone = new Dictionary<string, string>();

    private TelegramWords() { }

    internal IReadOnlyList<TelegramCommand> Commands { get; private init; } = [];

    internal static IReadOnlyList<string> Languages => AllLanguages;

    private IReadOnlyList<StaffCommand> RepMenu { get; init; } = [];
    private IReadOnlyList<StaffCommand> ManagerMenu { get; init; } = [];

    /// <summary>What staff see in their private chat: managers, what reps see, and more.</summary>
    internal IEnumerable<BotCommand> Menu(Role role, string? language) =>
        RepMenu.Concat(role == Role.Manager ? ManagerMenu : []).Select(command => new BotCommand(command.Name[Known(language)], command.Description[Known(language)]));

    internal string SharePhone(string? language) => sharePhone[Known(language)];

    /// <summary>The nearest language that there are words in, e.g. <c>en</c> for <c>en-GB</c>.</summary>
    internal static string Known(string? language) =>
        Array.Find(AllLanguages, known => language?.StartsWith(known, StringComparison.OrdinalIgnoreCase) == true) ?? AllLanguages[0];

    /// <summary>Reads <see cref="Path"/> out of all files of <c>dialogs/</c>; every error is gathered.</summary>
    public static (TelegramWords Words, IReadOnlyList<PlaybookError> Errors) Load(IReadOnlyList<DialogFile> files)
    {
        var errors = new List<PlaybookError>();
        var file = files.FirstOrDefault(file => file.Path == Path);
        if (file is null)
        {
            errors.Add(new PlaybookError(Path, 0, "The file is missing.", "Telegram's commands need it: restore it from the repository."));
            file = new DialogFile(Path, "{ commands: {}, rep_menu: [], manager_menu: [], share_phone: { es: '-', en: '-' } }");
        }
        var root = DialogNode.Parse(file, errors);
        root.AllowOnly("commands", "rep_menu", "manager_menu", "share_phone");
        var words = new TelegramWords
        {
            Commands = [.. root.Require("commands").Entries().Select(entry => Command(entry.Key, entry.Value))],
            RepMenu = Menu(root.Require("rep_menu")),
            ManagerMenu = Menu(root.Require("manager_menu")),
            sharePhone = root.Require("share_phone").Translations(AllLanguages),
        };
        return (words, errors);
    }

    private static List<StaffCommand> Menu(DialogNode node) => [.. node.Items().Select(item =>
    {
        item.AllowOnly("command", "description");
        var names = item.Require("command").Translations(AllLanguages);
        foreach (var name in names.Values)
            CheckName(name, item);
        return new StaffCommand(names, item.Require("description").Translations(AllLanguages));
    })];

    private static void CheckName(string name, DialogNode node)
    {
        if (name.Length is 0 or > 32 || name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_'))
            node.Error($"`{name}` is no Telegram command.", "Use 1 to 32 of a-z, 0-9 and _.");
    }

    private static TelegramCommand Command(string name, DialogNode node)
    {
        node.AllowOnly("description", "says");
        CheckName(name, node);
        return new TelegramCommand(
            name,
            node.Require("description").Translations(AllLanguages),
            name == "start" ? null : node.Require("says").Translations(AllLanguages));
    }
}
