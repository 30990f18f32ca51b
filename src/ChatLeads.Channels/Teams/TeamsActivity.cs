using System.Text.Json;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>What we need of a Bot Framework activity; all else in it is ignored. Reading never throws on well-formed JSON.</summary>
public sealed record TeamsActivity(
    string Type,
    string Id,
    string ChannelId,
    string? ServiceUrl,
    string ConversationId,
    bool IsGroup,
    string FromId,
    string? Locale,
    string? Name,
    bool MentionsBot,
    bool AddsBot,
    Incoming? Content)
{
    /// <summary>Null when it is no activity.</summary>
    public static TeamsActivity? Read(JsonElement json)
    {
        if (Text(json, "type") is not { Length: > 0 } type || Text(json, "conversation", "id") is not { Length: > 0 } conversation)
            return null;
        var bot = Text(json, "recipient", "id");
        return new TeamsActivity(
            type,
            Text(json, "id") ?? "",
            Text(json, "channelId") ?? "",
            Text(json, "serviceUrl"),
            conversation,
            InGroup(json),
            Text(json, "from", "id") ?? "",
            Text(json, "locale"),
            Text(json, "name"),
            Mentions(json, bot).Any(),
            Adds(json, bot),
            Read(json, type, bot));
    }

    private static Incoming? Read(JsonElement json, string type, string? bot) => type switch
    {
        "message" when Chosen(json) is { } choice => choice,
        "message" when Words(json, bot) is { Length: > 0 } words => new TextSent(words),
        "message" when Get(json, "attachments") is { ValueKind: JsonValueKind.Array } files && files.GetArrayLength() > 0 => new Unreadable("file"),
        "invoke" when Text(json, "name") == "adaptiveCard/action" => Chosen(json),
        "installationUpdate" when Text(json, "action") is "add" or "add-upgrade" => new Opened(),
        "conversationUpdate" when Adds(json, bot) => new Opened(),
        _ => null,
    };

    /// <summary>A pressed button: a card's Submit has <c>value</c> itself, Execute has <c>value.action.data</c>.</summary>
    private static ChoicePressed? Chosen(JsonElement json)
    {
        var data = Get(json, "value", "action", "data") ?? Get(json, "value");
        return data is { } value && Text(value, "choice") is { Length: > 0 } choice
            ? new ChoicePressed(choice, Text(value, "label") ?? choice)
            : null;
    }

    /// <summary>The text without the mention of the bot, which Teams leaves inside it.</summary>
    private static string? Words(JsonElement json, string? bot)
    {
        var text = Text(json, "text");
        foreach (var mention in Mentions(json, bot))
            text = text?.Replace(mention, " ", StringComparison.Ordinal);
        return text?.Trim();
    }

    private static IEnumerable<string> Mentions(JsonElement json, string? bot)
    {
        if (Get(json, "entities") is not { ValueKind: JsonValueKind.Array } entities)
            yield break;
        foreach (var entity in entities.EnumerateArray())
            if (Text(entity, "type") == "mention" && Text(entity, "mentioned", "id") == bot && Text(entity, "text") is { Length: > 0 } text)
                yield return text;
    }

    private static bool Adds(JsonElement json, string? bot) =>
        Get(json, "membersAdded") is { ValueKind: JsonValueKind.Array } members
        && members.EnumerateArray().Any(member => Text(member, "id") == bot);

    private static bool InGroup(JsonElement json) =>
        Get(json, "conversation", "isGroup") is { ValueKind: JsonValueKind.True }
        || Text(json, "conversation", "conversationType") is "channel" or "groupChat";

    private static string? Text(JsonElement json, params ReadOnlySpan<string> path) =>
        Get(json, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Get(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return null;
        return json;
    }
}
