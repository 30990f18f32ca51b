using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>The methods of the Bot API, with the real one's limits and words of refusal.</summary>
internal sealed partial class BotApiMethods(UpdateQueue updates, ChatBook chats)
{
    private const int TextLimit = 4096, CaptionLimit = 1024, CallbackBytes = 64;
    private static readonly byte[] PngHeader = [0x89, (byte)'P', (byte)'N', (byte)'G'];
    private readonly ConcurrentDictionary<string, JsonArray> commands = new();
    private readonly ConcurrentDictionary<string, bool> answered = new();

    public IReadOnlyDictionary<string, JsonArray> Commands => commands;
    public IReadOnlyCollection<string> AnsweredQueries => [.. answered.Keys];

    public async Task<JsonNode?> Call(string method, RequestFields fields, CancellationToken cancellation) => method switch
    {
        "getme" => new JsonObject
        {
            ["id"] = BotApiServer.BotId, ["is_bot"] = true, ["first_name"] = "Nimbo", ["username"] = BotApiServer.BotName,
            ["can_join_groups"] = true, ["can_read_all_group_messages"] = false, ["supports_inline_queries"] = false,
        },
        "getupdates" => await updates.Poll(fields, cancellation),
        "setwebhook" => SetWebhook(fields),
        "deletewebhook" => DeleteWebhook(),
        "getwebhookinfo" => WebhookInfo(),
        "setmycommands" => SetCommands(fields),
        "deletemycommands" => commands.TryRemove(Scope(fields), out _) || true,
        "sendmessage" => SendMessage(fields),
        "sendphoto" => SendPhoto(fields),
        "sendchataction" => chats.Writable(fields.Number("chat_id")).ShowTyping(fields.Text("action")),
        "editmessagetext" => Edit(fields, message => WithText(message, fields, "text", TextLimit)),
        "editmessagereplymarkup" => Edit(fields, message => message),
        "answercallbackquery" => Answer(fields),
        _ => throw new ApiError(404, "Not Found: method not found"),
    };

    private JsonObject SendMessage(RequestFields fields)
    {
        var chat = chats.Writable(fields.Number("chat_id"));
        var (text, entities) = Text(fields, "text", TextLimit);
        if (text.Trim().Length == 0)
            throw ApiError.Bad("message text is empty");
        return Show(chat, text, entities, null, Markup(fields, chat));
    }

    private JsonObject SendPhoto(RequestFields fields)
    {
        var chat = chats.Writable(fields.Number("chat_id"));
        var photo = fields.File("photo") ?? throw ApiError.Bad("there is no photo in the request");
        if (!photo.AsSpan().StartsWith(PngHeader))
            throw ApiError.Bad("IMAGE_PROCESS_FAILED");
        var (text, entities) = Text(fields, "caption", CaptionLimit);
        return Show(chat, text, entities, photo, Markup(fields, chat));
    }

    private static JsonObject Show(TelegramChat chat, string text, JsonArray entities, byte[]? photo, JsonObject? markup)
    {
        var message = new ChatMessage(chat, chat.NextMessageId(), TimeProvider.System.GetUtcNow(), text, entities, photo, markup);
        chat.Show(message);
        return message.Json();
    }

    private JsonObject Edit(RequestFields fields, Func<ChatMessage, ChatMessage> change)
    {
        var chat = chats.Writable(fields.Number("chat_id"));
        var message = chat.Message(fields.Number("message_id")) ?? throw ApiError.Bad("message to edit not found");
        var edited = change(message) with { Markup = Markup(fields, chat) };
        if (edited.Json().ToJsonString() == message.Json().ToJsonString())
            throw ApiError.Bad("message is not modified: specified new message content and reply markup are exactly the same");
        chat.Edit(edited);
        return edited.Json();
    }

    private static ChatMessage WithText(ChatMessage message, RequestFields fields, string key, int limit)
    {
        var (text, entities) = Text(fields, key, limit);
        return text.Length == 0 ? throw ApiError.Bad("message text is empty") : message with { Text = text, Entities = entities };
    }

    private static (string Text, JsonArray Entities) Text(RequestFields fields, string key, int limit)
    {
        var raw = fields.Text(key) ?? "";
        var (text, entities) = string.Equals(fields.Text("parse_mode"), "HTML", StringComparison.OrdinalIgnoreCase) ? HtmlCheck.Parse(raw) : (raw, []);
        if (text.Length > limit)
            throw ApiError.Bad(key == "caption" ? "message caption is too long" : "message is too long");
        // Half a surrogate pair cannot be written in UTF-8.
        return text.Contains('\uFFFD') ? throw ApiError.Bad("strings must be encoded in UTF-8") : (text, entities);
    }

    private static JsonObject? Markup(RequestFields fields, TelegramChat chat)
    {
        if (fields.Json("reply_markup") is not JsonObject markup)
            return null;
        foreach (var button in (markup["inline_keyboard"] as JsonArray ?? []).SelectMany(row => row!.AsArray()))
        {
            if (string.IsNullOrWhiteSpace((string?)button!["text"]))
                throw ApiError.Bad("can't parse inline keyboard button: Field \"text\" must be a non-empty String");
            if (Encoding.UTF8.GetByteCount((string?)button["callback_data"] ?? "") is 0 or > CallbackBytes)
                throw ApiError.Bad("BUTTON_DATA_INVALID");
        }
        if (!chat.IsPrivate && (markup["keyboard"] as JsonArray ?? []).SelectMany(row => row!.AsArray()).Any(b => b is JsonObject o && (bool?)o["request_contact"] == true))
            throw ApiError.Bad("phone number can be requested in private chats only");
        return (JsonObject)markup.DeepClone();
    }

    private JsonNode Answer(RequestFields fields)
    {
        var id = fields.Text("callback_query_id") ?? "";
        return id.Length > 0 && answered.TryAdd(id, true)
            ? true
            : throw ApiError.Bad("query is too old and response timeout expired or query ID is invalid");
    }

    private JsonNode SetWebhook(RequestFields fields)
    {
        var secret = fields.Text("secret_token");
        if (secret is not null && !Secret().IsMatch(secret))
            throw ApiError.Bad("secret token contains unallowed characters");
        updates.SetWebhook(fields.Text("url") ?? "", secret, fields.Json("allowed_updates"));
        return true;
    }

    private JsonNode DeleteWebhook()
    {
        updates.SetWebhook("", null, null);
        return true;
    }

    private JsonObject WebhookInfo()
    {
        var info = new JsonObject { ["url"] = updates.WebhookUrl, ["has_custom_certificate"] = false, ["pending_update_count"] = updates.Count };
        if (updates.LastError is { } error)
            info["last_error_message"] = error;
        return info;
    }

    private JsonNode SetCommands(RequestFields fields)
    {
        var list = fields.Json("commands") as JsonArray ?? throw ApiError.Bad("there is no commands in the request");
        foreach (var command in list)
            if (!CommandName().IsMatch((string?)command!["command"] ?? "") || ((string?)command["description"] ?? "").Length is 0 or > 256)
                throw ApiError.Bad("BOT_COMMAND_INVALID");
        commands[Scope(fields)] = (JsonArray)list.DeepClone();
        return true;
    }

    private static string Scope(RequestFields fields) =>
        $"{(string?)fields.Json("scope")?["type"] ?? "default"}{fields.Json("scope")?["chat_id"]}/{fields.Text("language_code")}";

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Secret();

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandName();
}
