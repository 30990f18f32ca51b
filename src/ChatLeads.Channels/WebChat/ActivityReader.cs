using System.Text.Json;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.WebChat;

/// <summary>What a client's activity means to us.</summary>
/// <param name="Content">Null for what is accepted and means nothing: typing signs, types of other bots.</param>
/// <param name="ClientId">The client's <c>channelData.clientActivityID</c>.</param>
internal sealed record ReadActivity(Incoming? Content, string? ClientId, string? Locale, Visit? Visit)
{
    public bool IsTyping { get; init; }
}

/// <summary>Reads a Bot Framework activity; any well-formed one is taken.</summary>
internal static class ActivityReader
{
    public const string VisitEvent = "chatleads/visit";
    public const string JoinEvent = "webchat/join";
    private const int MostClientId = 128;

    public static (ReadActivity? Activity, DirectLineError? Error) Read(JsonElement activity)
    {
        if (activity.Text("type") is not { } type)
            return (null, DirectLineError.Malformed("An activity needs a type."));
        if (type == "message" && activity.TryGetProperty("text", out var text) && text.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            return (null, DirectLineError.Malformed("The text of a message must be a string."));
        var data = activity.Object("channelData");
        var content = type switch
        {
            "message" => Message(activity),
            "event" => Event(activity),
            _ => null,
        };
        return (new ReadActivity(
            content is TextSent sent && data?.Flag("command") is true ? sent with { ByCommand = true } : content,
            data?.ShortText("clientActivityID", MostClientId),
            activity.LanguageTag("locale"),
            VisitReader.Read(data?.Object("visit"))) { IsTyping = type == "typing" }, null);
    }

    private static Incoming? Message(JsonElement activity)
    {
        if (activity.Text("text") is { } text)
            return Said(text);
        if (activity.TryGetProperty("value", out var value))
            switch (value.ValueKind)
            {
                case JsonValueKind.String when activity.Text("value") is { } pressed:
                    return Said(pressed);
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    return Said(value.GetRawText());
                case JsonValueKind.Object or JsonValueKind.Array:
                    return new Unreadable("form");
            }
        return Attached(activity);
    }

    private static Incoming? Event(JsonElement activity) => activity.Text("name") switch
    {
        VisitEvent when VisitReader.Read(activity.Object("value")) is { } visit => new Visited(visit),
        JoinEvent => new Opened(),
        _ => null,
    };

    /// <summary>NUL is the one character that a database may refuse.</summary>
    private static TextSent Said(string text) => new(text.Replace('\0', ' '));

    private static Unreadable? Attached(JsonElement activity)
    {
        if (!activity.TryGetProperty("attachments", out var files) || files.ValueKind != JsonValueKind.Array || files.GetArrayLength() == 0)
            return null;
        var type = files[0].ValueKind == JsonValueKind.Object ? files[0].ShortText("contentType", 100) : null;
        return new Unreadable(type?.Split('/')[0] is "image" or "audio" or "video" ? type.Split('/')[0] : "file");
    }
}
