using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Conversations.Simulation;

/// <summary>How a persona's conversation went. Filled turn by turn.</summary>
public sealed class Performance(Persona persona)
{
    private readonly List<(int Questions, Temperature? Temperature)> course = [];
    private readonly Dictionary<Field, FactValue> facts = [];
    private readonly JsonArray transcript = [];

    public Persona Persona => persona;
    public List<string> Asked { get; } = [];
    public int Turns => course.Count;
    public string Temperature { get; private set; } = "not_a_lead";
    public int Score { get; private set; }
    public bool Stored { get; set; }

    /// <summary>One message, its answer, and how the conversation stood after it.</summary>
    public void Add(string said, IReadOnlyList<Reply> replies, ConversationState state, Score score)
    {
        transcript.Add(new JsonObject { ["from"] = "person", ["text"] = said });
        foreach (var reply in replies)
        {
            transcript.Add(new JsonObject { ["from"] = "bot", ["text"] = reply.Text });
            if (reply.Asking is { } asked)
                Asked.Add(asked.Id);
        }
        // What was dropped after a refusal is known to the simulation alone.
        foreach (var fact in state.Facts)
            facts[fact.Field] = fact.Value;
        (Temperature, Score) = (Standing.Temperature(state, score), score.Total);
        course.Add((Asked.Count, state.Facts.Count > 0 ? score.Temperature : null));
    }

    /// <summary>How many questions had been put when the final temperature was reached for good; null when it ended as no lead.</summary>
    public int? QuestionsUntilSettled
    {
        get
        {
            if (Temperature == "not_a_lead")
                return null;
            var last = course.FindLastIndex(point => point.Temperature != course[^1].Temperature);
            // The question that followed a message was not yet answered with it.
            return last < 0 ? 0 : course[last].Questions;
        }
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = persona.Id,
        ["temperature"] = Temperature,
        ["score"] = Score,
        ["stored"] = Stored,
        ["facts"] = Facts(),
        ["asked"] = new JsonArray([.. Asked.Select(field => JsonValue.Create(field))]),
        ["turns"] = Turns,
        ["transcript"] = transcript.DeepClone(),
    };

    /// <summary>What went otherwise than expected, in words; empty when nothing did.</summary>
    public IEnumerable<string> Differences()
    {
        if (persona.Temperature is { } temperature && temperature != Temperature)
            yield return $"temperature is {Temperature}, not {temperature}";
        if (persona.ExpectStored is { } stored && stored != Stored)
            yield return stored ? "was not stored" : "was stored";
        if (persona.ExpectFacts is not { } expected)
            yield break;
        foreach (var (field, value) in Facts())
            if (!JsonNode.DeepEquals(value, expected[field]))
                yield return $"{field} is {Readable(value)}, not {(expected[field] is { } known ? Readable(known) : "known")}";
    }

    private static string Readable(JsonNode? json) => json?.ToJsonString(AsTyped) ?? "null";

    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonObject Facts() =>
        FactJson.Write(facts.Where(fact => Field.Known.Contains(fact.Key)).Select(fact => (fact.Key, fact.Value)));
}
