using System.Text;
using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>Renders a <see cref="Reply"/> as an activity: text, or an Adaptive Card 1.5 whose buttons are Action.Execute.</summary>
public static class TeamsCards
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Message(Reply reply)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            // Plain, so that markdown and mentions in a prospect's words stay words.
            ["textFormat"] = "plain",
            ["locale"] = reply.Language,
            ["inputHint"] = reply.ExpectsAnswer ? "expectingInput" : "acceptingInput",
        };
        if (reply.Card is null && reply.Choices.Count == 0)
            message["text"] = reply.Text;
        else
            message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = Card(reply) });
        message["summary"] = reply.Card?.Title ?? reply.Text;
        if (reply.Picture is { } picture)
            ((JsonArray)(message["attachments"] ??= new JsonArray())).Add(new JsonObject
            {
                ["contentType"] = "image/png",
                ["contentUrl"] = "data:image/png;base64," + Convert.ToBase64String(picture.Png),
                ["name"] = picture.AltText,
            });
        return message;
    }

    public static JsonObject Card(Reply reply)
    {
        var body = new JsonArray();
        if (reply.Card is { } card)
        {
            body.Add(Block(card.Title, "Bolder", "Medium"));
            if (card.Subtitle is { Length: > 0 } subtitle)
                body.Add(Block(subtitle));
            if (card.Rows.Count > 0)
                body.Add(new JsonObject
                {
                    ["type"] = "FactSet",
                    ["facts"] = new JsonArray([.. card.Rows.Select(row => new JsonObject { ["title"] = Inert(row.Label), ["value"] = Inert(row.Value) })]),
                });
        }
        else
        {
            body.Add(Block(reply.Text));
        }
        var actions = reply.Card is null ? reply.Choices : [.. reply.Card.Actions, .. reply.Choices];
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = body,
            ["actions"] = new JsonArray([.. actions.Select(Button)]),
        };
    }

    private static JsonObject Button(Choice choice) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = choice.Label,
        ["verb"] = "choice",
        ["data"] = new JsonObject { ["choice"] = choice.Value, ["label"] = choice.Label },
    };

    private static JsonObject Block(string text, string weight = "Default", string size = "Default") => new()
    {
        ["type"] = "TextBlock",
        ["text"] = Inert(text),
        ["wrap"] = true,
        ["weight"] = weight,
        ["size"] = size,
    };

    /// <summary>
    /// An Adaptive Card's text is a subset of Markdown: what could begin a link, emphasis, list or heading is escaped, so
    /// that a prospect's words show as they were typed. A mention needs an entity beside the text, which we never write.
    /// </summary>
    private static string Inert(string text)
    {
        var inert = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            var opensLine = inert.Length == 0 || inert[^1] == '\n';
            if (c is '\\' or '*' or '_' or '[' or ']' or '`' || (opensLine && c is '#' or '-' or '+' or '>'))
                inert.Append('\\');
            inert.Append(c);
        }
        return inert.ToString();
    }
}
