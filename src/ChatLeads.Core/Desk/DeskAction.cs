using ChatLeads.Core.Conversations;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary>A button of a lead's card.</summary>
/// <param name="Command">What pressing it says, <c>{lead}</c> standing for the lead's number.</param>
/// <param name="WhenOwned">Also shown once a rep has the lead.</param>
/// <param name="Asks">What it asks back; null when it says all.</param>
internal sealed record DeskAction(
    IReadOnlyDictionary<string, string> Label, string Command, bool WhenOwned, IReadOnlyDictionary<string, string>? Asks, IReadOnlyList<DeskActionChoice> Choices)
{
    public const string Lead = "{lead}";

    public static DeskAction Read(DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("label", "command", "when_owned", "ask", "choices");
        var choices = (node.Get("choices")?.Items() ?? []).Select(choice => DeskActionChoice.Read(choice, languages)).ToList();
        return new DeskAction(
            node.Require("label").Translations(languages),
            CommandOf(node),
            node.Require("when_owned").Flag(),
            choices.Count > 0 ? node.Require("ask").Translations(languages) : null,
            choices);
    }

    public static string CommandOf(DialogNode node)
    {
        var command = node.Require("command");
        if (!command.Text().Contains(Lead, StringComparison.Ordinal))
            command.Error($"`{Lead}` is missing in this command.", $"Write `{Lead}` where the lead's number belongs.");
        return command.Text();
    }

    public Choice For(int lead, string language) => new(Label[language], Fill(Command, lead));

    /// <summary>What it asks back, when <paramref name="said"/> is what pressing it says.</summary>
    public (Reply Question, string Opening)? Question(string said, string language) =>
        Asks is { } asks && LeadIn(said) is { } lead
            ? (new Reply(asks[language], language) { Choices = [.. Choices.Select(choice => choice.For(lead, language))] }, Fill(Opening, lead))
            : null;

    /// <summary>What all answers begin with: an answer in words goes on there.</summary>
    private string Opening => Choices.Select(choice => choice.Command).Aggregate(Common).Split(DeskActionChoice.LabelPlace)[0];

    private static string Common(string first, string second) => first[..first.AsSpan().CommonPrefixLength(second)];

    public static string Fill(string command, int lead) => command.Replace(Lead, $"{lead}", StringComparison.Ordinal);

    private int? LeadIn(string said)
    {
        var at = Command.IndexOf(Lead, StringComparison.Ordinal);
        var (before, after) = (Command[..at], Command[(at + Lead.Length)..]);
        said = said.Trim();
        return said.Length > before.Length + after.Length && said.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            && said.EndsWith(after, StringComparison.OrdinalIgnoreCase) && int.TryParse(said[before.Length..^after.Length], out var lead)
            ? lead
            : null;
    }
}

/// <summary>One answer to what a button asks back.</summary>
/// <param name="Command">As a button's; <c>{label}</c> stands for the label.</param>
internal sealed record DeskActionChoice(IReadOnlyDictionary<string, string> Label, string Command)
{
    public const string LabelPlace = "{label}";

    public static DeskActionChoice Read(DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("label", "command");
        return new DeskActionChoice(node.Require("label").Translations(languages), DeskAction.CommandOf(node));
    }

    public Choice For(int lead, string language) => new(
        Label[language], DeskAction.Fill(Command, lead).Replace(LabelPlace, Label[language], StringComparison.Ordinal));
}
