using System.Text.Json.Nodes;
using ChatLeads.Channels.Cards;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>Renders a <see cref="Reply"/> as an activity: text, or an Adaptive Card 1.5 whose buttons are Action.Execute.</summary>
internal sealed class TeamsCards(TeamsButtons buttons)
{
    public JsonObject Message(TeamsAddress to, Reply reply)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["locale"] = reply.Language,
            ["inputHint"] = reply.ExpectsAnswer ? "expectingInput" : "acceptingInput",
        };
        if (reply.Card is null && reply.Picture is null && reply.Choices.Count == 0)
            (message["text"], message["textFormat"]) = Plain(reply.Text);
        else
        {
            message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCard.ContentType, ["content"] = Card(to, reply) });
            message["summary"] = reply.Card?.Title ?? (reply.Text.Length > 0 ? reply.Text : reply.Picture?.AltText);
        }
        return message;
    }

    public JsonObject Card(TeamsAddress to, Reply reply)
    {
        var answers = reply.Choices.Select(choice => new TeamsButton(choice.Value, choice.Label, reply.Asking, reply.Text, []));
        var actions = (reply.Card?.Actions ?? []).Select(choice => new TeamsButton(choice.Value, choice.Label, null, null, reply.Leads));
        return AdaptiveCard.Document(Body(reply), answers.Concat(actions).Select(button => Execute(to, button)));
    }

    /// <summary>A question that was answered: what was chosen stands in the place of its buttons.</summary>
    public static JsonObject Chosen(TeamsButton button) => AdaptiveCard.Document(
        [Words(button.Question ?? ""), AdaptiveCard.Text(CardText.Inert("✓ " + button.Label), ("weight", "Bolder"))], []);

    private static IEnumerable<JsonObject> Body(Reply reply)
    {
        if (reply.Text.Length > 0)
            yield return Words(reply.Text);
        if (reply.Card is { } card)
            foreach (var part in AdaptiveCard.Body(card, value => Lines(CardText.WithContacts(value))))
                yield return part;
        if (reply.Picture is { } picture)
            yield return new JsonObject
            {
                ["type"] = "Image",
                ["url"] = "data:image/png;base64," + Convert.ToBase64String(picture.Png),
                ["altText"] = picture.AltText,
                ["size"] = "Stretch",
            };
    }

    /// <summary>
    /// Not markdown, so that a prospect's words stay words. Plain text would lose its line ends: a text that has some goes as
    /// the HTML that Bot Framework calls xml, with nothing in it but those.
    /// </summary>
    private static (string Text, string Format) Plain(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? (text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ReplaceLineEndings("<br/>"), "xml")
        : (text, "plain");

    private static JsonObject Words(string text) => AdaptiveCard.Text(Lines(CardText.WithAddresses(text)));

    /// <summary>Markdown joins lines that no empty one parts.</summary>
    private static string Lines(string markdown) => markdown.ReplaceLineEndings("\n\n");

    private JsonObject Execute(TeamsAddress to, TeamsButton button) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = button.Label,
        ["verb"] = "choice",
        ["data"] = buttons.Write(to, button),
    };
}
