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

    public static JsonObject Write(string? id, Reading reading)
    {
        var facts = new JsonObject();
        foreach (var fact in reading.Facts)
            facts[fact.Field.Id] = Write(fact.Value);
        return new JsonObject
        {
            ["id"] = id,
            ["language"] = reading.Language,
            ["intents"] = new JsonArray([.. reading.Intents.Order().Select(intent => (JsonNode)Intents.Id(intent))]),
            ["facts"] = facts,
        };
    }

    public static JsonNode Write(FactValue value) => value switch
    {
        TextValue text => text.Text,
        ChoiceValue choice => choice.Id,
        RangeValue range => new JsonObject { ["min"] = range.Min, ["max"] = range.Max },
        MoneyValue money => new JsonObject { ["min"] = Number(money.Min), ["max"] = Number(money.Max), ["currency"] = money.Currency, ["per"] = money.Per switch { Per.Month => "month", Per.Year => "year", _ => "once" } },
        _ => true,
    };

    /// <summary>Without the zeros that arithmetic leaves behind: 2000, not 2000.0.</summary>
    private static JsonNode? Number(decimal? value) =>
        value is { } number ? JsonNode.Parse(number.ToString("0.############", CultureInfo.InvariantCulture)) : null;
}
