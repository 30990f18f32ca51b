using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>All chats that the bot may write to.</summary>
internal sealed class ChatBook
{
    private readonly ConcurrentDictionary<long, TelegramChat> chats = new();

    public TelegramChat Open(long id, string type, string title) => chats[id] = new TelegramChat(id, type, title);

    /// <exception cref="ApiError">There is none, or the bot may not write there.</exception>
    public TelegramChat Writable(long? id)
    {
        if (id is null || !chats.TryGetValue(id.Value, out var chat))
            throw ApiError.Bad("chat not found");
        return chat.Refusal is { } refusal ? throw refusal : chat;
    }
}

/// <summary>A private chat or group, with what was said in it.</summary>
internal sealed class TelegramChat(long id, string type, string title)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<ChatMessage> heard = Channel.CreateUnbounded<ChatMessage>();
    private readonly ConcurrentDictionary<int, ChatMessage> messages = new();
    private int last, typing;

    public long Id => id;
    public bool IsPrivate => type == "private";

    /// <summary>What the bot is told when it writes here.</summary>
    public ApiError? Refusal { get; set; }

    /// <summary>How often the bot was shown to be typing.</summary>
    public int Typing => typing;

    public bool ShowTyping(string? action) => action == "typing" ? Interlocked.Increment(ref typing) > 0 : throw ApiError.Bad("wrong parameter action in request");

    public int NextMessageId() => Interlocked.Increment(ref last);

    public ChatMessage? Message(long? messageId) => messageId is { } id ? messages.GetValueOrDefault((int)id) : null;

    /// <summary>All that the bot has sent, in order.</summary>
    public IReadOnlyList<ChatMessage> FromBot => [.. messages.Values.OrderBy(message => message.Id)];

    public void Show(ChatMessage message)
    {
        messages[message.Id] = message;
        heard.Writer.TryWrite(message);
    }

    public void Edit(ChatMessage message) => messages[message.Id] = message;

    /// <summary>The next message of the bot's that was not heard yet.</summary>
    public async Task<ChatMessage> Hears()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await heard.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The bot said nothing more after:\n{string.Join('\n', FromBot.Select(message => message.Text))}");
        }
    }

    public JsonObject Json() => IsPrivate
        ? new JsonObject { ["id"] = id, ["type"] = type, ["first_name"] = title }
        : new JsonObject { ["id"] = id, ["type"] = type, ["title"] = title };
}

/// <summary>A message of the bot's as it stands in a chat.</summary>
internal sealed record ChatMessage(TelegramChat Chat, int Id, DateTimeOffset At, string Text, JsonArray Entities, byte[]? Photo, JsonObject? Markup)
{
    /// <summary>Label and data of the inline buttons.</summary>
    public IReadOnlyList<(string Label, string Data)> Buttons =>
        Markup?["inline_keyboard"] is JsonArray rows
            ? [.. rows.SelectMany(row => row!.AsArray()).Select(button => ((string)button!["text"]!, (string)button["callback_data"]!))]
            : [];

    public IEnumerable<string> Bold =>
        Entities.Where(entity => (string)entity!["type"]! == "bold").Select(entity => Text.Substring((int)entity!["offset"]!, (int)entity["length"]!));

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["message_id"] = Id,
            ["date"] = At.ToUnixTimeSeconds(),
            ["chat"] = Chat.Json(),
            ["from"] = new JsonObject { ["id"] = BotApiServer.BotId, ["is_bot"] = true, ["first_name"] = "Nimbo", ["username"] = BotApiServer.BotName },
            [Photo is null ? "text" : "caption"] = Text,
            [Photo is null ? "entities" : "caption_entities"] = Entities.DeepClone(),
        };
        if (Photo is not null)
            json["photo"] = new JsonArray(new JsonObject
            {
                ["file_id"] = $"photo{Id}", ["file_unique_id"] = $"p{Id}", ["width"] = 1, ["height"] = 1, ["file_size"] = Photo.Length,
            });
        if (Markup?["inline_keyboard"] is not null)
            json["reply_markup"] = Markup.DeepClone();
        return json;
    }
}
