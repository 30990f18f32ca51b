using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>Somebody who writes to the bot. Each deed gives back the update that it became.</summary>
internal sealed partial class TelegramPerson(BotApiServer server, long id, string name, string language, TelegramChat chat)
{
    private static int queries;

    public long Id => id;

    /// <summary>The private chat with the bot.</summary>
    public TelegramChat Chat => chat;

    public Task<ChatMessage> Hears() => chat.Hears();

    public JsonObject Writes(string text, TelegramChat? to = null, ChatMessage? answering = null)
    {
        var message = Message(to ?? chat);
        message["text"] = text;
        message["entities"] = Entities(text);
        if (answering is not null)
            message["reply_to_message"] = answering.Json();
        return server.Updates.Add("message", message);
    }

    public JsonObject Edits(JsonObject update, string text)
    {
        var message = (JsonObject)update["message"]!.DeepClone();
        message["text"] = text;
        message["edit_date"] = (long)message["date"]! + 5;
        return server.Updates.Add("edited_message", message);
    }

    public JsonObject Sends(string kind, JsonNode content, Action<JsonObject>? more = null)
    {
        var message = Message(chat);
        message[kind] = content;
        more?.Invoke(message);
        return server.Updates.Add("message", message);
    }

    public JsonObject SharesContact(string phone, long? of) => Sends("contact", of is null
        ? new JsonObject { ["phone_number"] = phone, ["first_name"] = name }
        : new JsonObject { ["phone_number"] = phone, ["first_name"] = name, ["user_id"] = of });

    /// <summary>Presses what the message shows now.</summary>
    public JsonObject Presses(ChatMessage message, string label)
    {
        var now = message.Chat.Message(message.Id)!;
        return PressesForged(now, now.Buttons.First(button => button.Label == label).Data);
    }

    /// <summary>A client of one's own making may send any data for any message.</summary>
    public JsonObject PressesForged(ChatMessage message, string data)
    {
        var now = message.Chat.Message(message.Id)!;
        return server.Updates.Add("callback_query", new JsonObject
        {
            ["id"] = $"{4_000_000_000_000 + Interlocked.Increment(ref queries)}",
            ["from"] = From(),
            ["chat_instance"] = "1",
            ["message"] = now.Json(),
            ["data"] = data,
        });
    }

    public void Blocks() => chat.Refusal = new ApiError(403, "Forbidden: bot was blocked by the user");

    public void Unblocks() => chat.Refusal = null;

    private JsonObject From() => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = name, ["language_code"] = language };

    private JsonObject Message(TelegramChat to) => new()
    {
        ["message_id"] = to.NextMessageId(),
        ["from"] = From(),
        ["chat"] = to.Json(),
        ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
    };

    private static JsonArray Entities(string text) => [.. Marked().Matches(text).Select(match => new JsonObject
    {
        ["type"] = match.Value[0] == '/' ? "bot_command" : "mention", ["offset"] = match.Index, ["length"] = match.Length,
    })];

    [GeneratedRegex(@"(?<!\S)/\w+(?:@\w+)?|(?<!\S)@\w+")]
    private static partial Regex Marked();
}
