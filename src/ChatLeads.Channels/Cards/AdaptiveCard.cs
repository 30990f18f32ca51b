using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Cards;

/// <summary>The parts of an Adaptive Card 1.5 that are the same wherever it is shown; how a button answers is the channel's.</summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Document(IEnumerable<JsonObject> body, IEnumerable<JsonObject> actions)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["body"] = new JsonArray([.. body]),
        };
        var buttons = new JsonArray([.. actions]);
        if (buttons.Count > 0)
            card["actions"] = buttons;
        return card;
    }

    /// <summary>Title, subtitle and rows.</summary>
    /// <param name="value">How a row's value is shown; <see cref="CardText.Inert"/> at the least.</param>
    public static IEnumerable<JsonObject> Body(Card card, Func<string, string> value)
    {
        yield return Text(CardText.Inert(card.Title), ("weight", "Bolder"), ("size", "Medium"));
        if (card.Subtitle is { Length: > 0 } subtitle)
            yield return Text(CardText.Inert(subtitle), ("isSubtle", true), ("spacing", "None"));
        if (card.Rows.Count > 0)
            yield return new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray([.. card.Rows.Select(row => Fact(row, value))]) };
    }

    /// <param name="text">Markdown: made inert by the caller.</param>
    public static JsonObject Text(string text, params ReadOnlySpan<(string Name, JsonNode Value)> look)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        foreach (var (name, value) in look)
            block[name] = value;
        return block;
    }

    private static JsonObject Fact(CardRow row, Func<string, string> value) =>
        new() { ["title"] = CardText.Inert(row.Label), ["value"] = value(row.Value) };
}
