using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChatLeads.Channels.WebChat;

// The shapes of Direct Line 3.0 and of Bot Framework activities, as far as we send them.

internal sealed record ErrorBody(string Code, string Message);

internal sealed record ErrorResponse(ErrorBody Error);

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenResponse(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

internal sealed record ResourceResponse(string Id);

internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

internal sealed record Activity(string Type, Account From, ConversationAccount Conversation)
{
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string ChannelId { get; init; } = "directline";
    public string? ReplyToId { get; init; }
    public string? Locale { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? InputHint { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public JsonObject? ChannelData { get; init; }
}

internal sealed record Account(string Id, string Role, string? Name = null);

internal sealed record ConversationAccount(string Id);

internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

internal sealed record CardAction(string Type, string Title, string Value);

internal sealed record Attachment(string ContentType, JsonObject? Content = null, string? ContentUrl = null, string? Name = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ActivitySet))]
internal sealed partial class WireJson : JsonSerializerContext;
