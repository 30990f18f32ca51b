using ChatLeads.Core.Conversations;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary>A button of a lead's card.</summary>
/// <param name="Command">What pressing it says, <c>{lead}</c> standing for the lead's number.</param>
/// <param name="WhenOwned">Also shown once a rep has the lead.</param>
internal sealed record DeskAction(IReadOnlyDictionary<string, string> Label, string Command, bool WhenOwned)
{
    private const string Lead = "{lead}";

    public static DeskAction Read(DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("label", "command", "when_owned");
        var command = node.Require("command");
        if (!command.Text().Contains(Lead, StringComparison.Ordinal))
            command.Error($"`{Lead}` is missing in this command.", $"Write `{Lead}` where the lead's number belongs.");
        return new DeskAction(node.Require("label").Translations(languages), command.Text(), node.Require("when_owned").Flag());
    }

    public Choice For(int lead, string language) => new(Label[language], Command.Replace(Lead, $"{lead}", StringComparison.Ordinal));
}
