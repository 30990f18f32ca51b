using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host.Understanding;

/// <summary>Messages to read and readings as JSON lines.</summary>
public static class ReadingJson
{
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line <c>{id, text, asking, today, region, currency}</c>.</summary>
    /// <param name="today">Where the line names no day.</param>
    /// <exception cref="FormatException">The line is no such object; the message says what is wrong.</exception>
    public static (string? Id, ReadRequest Request, JsonObject Line) Parse(string line, DateOnly today)
    {
        try
        {
            var json = JsonNode.Parse(line) as JsonObject ?? throw new FormatException("The line is no JSON object.");
            var text = (string?)json["text"] ?? throw new FormatException("`text` is missing.");
            var asking = (string?)json["asking"] is { } field ? new Field(field) : (Field?)null;
            var day = (string?)json["today"] is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : today;
            var request = new ReadRequest(text, asking, day, (string?)json["region"] ?? "ES", (string?)json["currency"] ?? "EUR", (string?)json["language"]);
            return ((string?)json["id"], request, json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("The line is no JSON object {id, text, asking, today, region, currency}.", e);
        }
    }

    public static JsonObject Write(string? id, Reading reading) => new()
    {
        ["id"] = id,
        ["language"] = reading.Language,
        ["intents"] = new JsonArray([.. reading.Intents.Order().Select(intent => (JsonNode)Intents.Id(intent))]),
        ["facts"] = FactJson.Write(reading.Facts.Select(fact => (fact.Field, fact.Value))),
    };
}
