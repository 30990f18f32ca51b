using System.Text.Json;

namespace ChatLeads.Channels.WebChat;

/// <summary>Reads optional fields out of what anybody may have sent: another type than the expected one counts as absent.</summary>
internal static class JsonFields
{
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Object ? field : null;

    /// <summary>Null also for a blank text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String
        && field.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>As <see cref="Text"/>; null also for one that is longer.</summary>
    public static string? ShortText(this JsonElement element, string name, int most) =>
        element.Text(name) is { } text && text.Length <= most ? text : null;

    public static bool Flag(this JsonElement element, string name) => element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.True;

    /// <summary>An IETF language tag, such as <c>es-MX</c>.</summary>
    public static string? LanguageTag(this JsonElement element, string name) =>
        element.ShortText(name, 35) is { } tag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;

    /// <summary>The id of a <c>user</c> or <c>from</c>.</summary>
    public static string? AccountId(this JsonElement element, string name) =>
        element.Object(name)?.ShortText("id", 64);
}
