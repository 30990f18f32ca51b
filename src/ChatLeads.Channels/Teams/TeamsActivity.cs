using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>What we need of a Bot Framework activity; all else in it is ignored. Reading never throws on a JSON object.</summary>
/// <param name="Content">Null for what asks nothing of us; a press is in <paramref name="Pressed"/>.</param>
/// <param name="Pressed">The data of a button: a card's Submit has it in <c>value</c>, Execute in <c>value.action.data</c>.</param>
internal sealed partial record TeamsActivity(
    string Type,
    string? Id,
    string? Name,
    string? ChannelId,
    string? ServiceUrl,
    string ConversationId,
    bool IsGroup,
    string FromId,
    string? Locale,
    string? ReplyToId,
    Incoming? Content,
    JsonElement? Pressed)
{
    /// <summary>Who sent it wants the answers in the answer to its request (Bot Framework's <c>expectReplies</c>), and takes none otherwise.</summary>
    public bool ExpectsReplies { get; init; }

    /// <summary>What the bot is called there.</summary>
    public string? BotId { get; init; }

    public bool IsInvoke => Type == "invoke";

    /// <summary>Somebody is writing.</summary>
    public bool IsTyping => Type == "typing";

    /// <summary>Null when it is no activity.</summary>
    public static TeamsActivity? Read(JsonElement json)
    {
        if (json.Text("type") is not { } type || json.Object("conversation") is not { } conversation || conversation.Text("id") is not { } id)
            return null;
        var from = json.Object("from");
        return new TeamsActivity(
            type, type is "installationUpdate" or "conversationUpdate" ? OpeningId(json) : json.Text("id"), json.Text("name"), json.Text("channelId"), json.Text("serviceUrl"), id, InGroup(conversation),
            from?.Text("id") ?? "", json.LanguageTag("locale"), json.Text("replyToId"),
            Heard(json, type, conversation), Data(json, type)) { ExpectsReplies = json.Text("deliveryMode") == "expectReplies", BotId = json.Object("recipient")?.Text("id") };
    }

    private static JsonElement? Data(JsonElement json, string type) => type switch
    {
        "invoke" => json.Object("value")?.Object("action")?.Object("data"),
        "message" when json.Text("text") is null => json.Object("value"),
        _ => null,
    };

    private static Incoming? Heard(JsonElement json, string type, JsonElement conversation) => type switch
    {
        "message" => Said(json, conversation),
        "messageUpdate" when json.Object("channelData")?.Text("eventType") == "editMessage" => new Unreadable("edit"),
        "installationUpdate" when json.Text("action") is "add" or "add-upgrade" => new Opened(),
        "conversationUpdate" when AddsBot(json) => new Opened(),
        _ => null,
    };

    /// <summary>In groups and channels the bot is spoken to by its name, as Teams itself has it.</summary>
    private static Incoming? Said(JsonElement json, JsonElement conversation)
    {
        var mentions = Mentions(json);
        if (InGroup(conversation) && mentions.Count == 0)
            return null;
        if (Words(json, mentions) is { Length: > 0 } words)
            return new TextSent(words);
        if (Items(json, "attachments").Any(file => file.Text("contentType") != "text/html"))
            return new Unreadable("file");
        return mentions.Count > 0 ? new Opened() : null;
    }

    /// <summary>The text without the mention of the bot, which Teams leaves inside it; others who are mentioned keep their names.</summary>
    private static string? Words(JsonElement json, IReadOnlyList<string> mentions)
    {
        var text = json.Text("text")?.Replace('\0', ' ');
        foreach (var mention in mentions)
            text = text?.Replace(mention, " ", StringComparison.Ordinal);
        return text is null ? null : WebUtility.HtmlDecode(AtTag().Replace(text, "")).Replace('\u00A0', ' ').Trim();
    }

    private static List<string> Mentions(JsonElement json)
    {
        var bot = json.Object("recipient")?.Text("id");
        return [.. Items(json, "entities")
            .Where(entity => entity.Text("type") == "mention" && bot is not null && entity.Object("mentioned")?.Text("id") == bot)
            .Select(entity => entity.Text("text")).OfType<string>()];
    }

    /// <summary>Teams tells of an installation by two activities at once, of which either may be missing: they share an id.</summary>
    private static string? OpeningId(JsonElement json) =>
        json.Text("timestamp") is { Length: > 13 } time ? $"opened-{time[.."2026-11-22T17".Length]}" : json.Text("id");

    private static bool AddsBot(JsonElement json) =>
        json.Object("recipient")?.Text("id") is { } bot && Items(json, "membersAdded").Any(member => member.Text("id") == bot);

    private static bool InGroup(JsonElement conversation) =>
        conversation.TryGetProperty("isGroup", out var group) && group.ValueKind == JsonValueKind.True
        || conversation.Text("conversationType") is "channel" or "groupChat";

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    [GeneratedRegex("</?at[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AtTag();
}
