using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.WebChat;

/// <summary>A <see cref="Card"/> as an Adaptive Card 1.5. A button's string data is sent back as the person's text.</summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static Attachment From(Card card)
    {
        var body = new JsonArray(Text(card.Title, ("weight", "Bolder"), ("size", "Medium")));
        if (card.Subtitle is not null)
            body.Add((JsonNode)Text(card.Subtitle, ("isSubtle", true), ("spacing", "None")));
        if (card.Rows.Count > 0)
            body.Add((JsonNode)new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray([.. card.Rows.Select(Fact)]) });
        var content = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["body"] = body,
        };
        if (card.Actions.Count > 0)
            content["actions"] = new JsonArray([.. card.Actions.Select(Button)]);
        return new Attachment(ContentType, content);
    }

    private static JsonObject Text(string text, params (string Name, JsonNode Value)[] look)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        foreach (var (name, value) in look)
            block[name] = value;
        return block;
    }

    private static JsonObject Fact(CardRow row) => new() { ["title"] = row.Label, ["value"] = row.Value };

    private static JsonObject Button(Choice choice) =>
        new() { ["type"] = "Action.Submit", ["title"] = choice.Label, ["data"] = choice.Value };
}
