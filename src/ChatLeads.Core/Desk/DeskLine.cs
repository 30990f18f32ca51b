using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Core.Desk;

/// <summary>A line of a file of sentences: an input, and the request expected of it when the line says so.</summary>
/// <param name="Expect">As in the file; null when the line has none.</param>
public sealed record DeskLine(string Id, DeskInput Input, JsonObject? Expect)
{
    /// <param name="json"><c>{id, text, role, today, currency, context?, expect?}</c>, as docs/desk.md says.</param>
    /// <exception cref="FormatException">The line is no such object; the message says what is wrong.</exception>
    public static DeskLine Parse(string json)
    {
        try
        {
            var line = JsonNode.Parse(json) as JsonObject ?? throw new FormatException("Expected an object.");
            var input = new DeskInput(
                Text(line, "text") ?? throw new FormatException("`text` is missing."),
                Text(line, "role") == "manager" ? Role.Manager : Role.Rep,
                DateOnly.ParseExact(Text(line, "today") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Text(line, "currency") ?? "EUR",
                line["context"] is JsonObject context ? Context(context) : null,
                Text(line, "now") is { } now ? TimeOnly.ParseExact(now, "HH:mm", CultureInfo.InvariantCulture) : null);
            return new DeskLine(Text(line, "id") ?? "", input, line["expect"] as JsonObject);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static string? Text(JsonObject json, string key) => json[key]?.GetValue<string>();

    private static DeskContext Context(JsonObject json) => new(
        json["request"] is JsonObject request ? DeskJsonReader.Read(request) : null,
        json["shown"] is JsonArray shown
            ? [.. shown.OfType<JsonObject>().Select(lead => new ShownLead(lead["number"]?.GetValue<int>() ?? 0, Text(lead, "name") ?? ""))]
            : null,
        json["lead"]?.GetValue<int>());
}
