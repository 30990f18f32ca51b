using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatLeads.Core.Conversations;

/// <summary>A conversation's state as JSON text, the form in which it is stored.</summary>
public static class ConversationJson
{
    public static string Write(ConversationState state) =>
        JsonSerializer.Serialize(state, ConversationJsonContext.Default.ConversationState);

    /// <exception cref="JsonException">The text is no state.</exception>
    public static ConversationState Read(string json) =>
        JsonSerializer.Deserialize(json, ConversationJsonContext.Default.ConversationState)
        ?? throw new JsonException("The state is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationJsonContext : JsonSerializerContext;
