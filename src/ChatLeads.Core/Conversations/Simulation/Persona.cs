using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLeads.Core.Conversations.Simulation;

/// <summary>A person to play: what they open with, and their answer to each field that may be asked.</summary>
/// <param name="Fallback">Said when the bot asks what they have no answer for, or asks again.</param>
/// <param name="Temperature">How it should end; null: not compared.</param>
/// <param name="ExpectFacts">What is true of them: the bot need not find out all of it, but nothing else.</param>
public sealed record Persona(
    string Id,
    string? Language,
    IReadOnlyList<string> Opening,
    IReadOnlyDictionary<string, string> Answers,
    string Fallback,
    string? Temperature,
    bool? ExpectStored,
    JsonObject? ExpectFacts)
{
    /// <summary>Reads one line of a file.</summary>
    /// <exception cref="FormatException">It is no JSON object, or lacks what a person needs.</exception>
    public static Persona Parse(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)?.AsObject() ?? throw new FormatException("null is no conversation");
            return new Persona(
                Required(json, "id"),
                json["language"]?.GetValue<string>(),
                [.. (json["opening"] ?? throw new FormatException("`opening` is missing")).AsArray().Select(text => text!.GetValue<string>())],
                (json["answers"]?.AsObject() ?? []).ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()),
                json["fallback"]?.GetValue<string>() ?? "",
                json["temperature"]?.GetValue<string>(),
                json["expect_stored"]?.GetValue<bool>(),
                json["expect_facts"]?.AsObject());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static string Required(JsonObject json, string key) =>
        json[key]?.GetValue<string>() ?? throw new FormatException($"`{key}` is missing");
}
