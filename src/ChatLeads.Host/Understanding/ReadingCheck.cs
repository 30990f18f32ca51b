using System.Globalization;
using System.Text.Json.Nodes;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host.Understanding;

/// <summary>Compares readings with what was expected, and tells how they fare.</summary>
public sealed class ReadingCheck
{
    private readonly Confusions facts = new("fact");
    private readonly Confusions intents = new("intent");
    private readonly List<string> misses = [];
    private int messages;
    private int exact;
    private int languages;

    public double FactsF1 => facts.F1;
    public double IntentsF1 => intents.F1;
    public double Language => (double)languages / Math.Max(1, messages);
    public double Exact => (double)exact / Math.Max(1, messages);

    /// <summary>Compares one reading with the <c>expect</c> object of its line.</summary>
    public void Add(string? id, string text, JsonObject expect, Reading reading)
    {
        messages++;
        var got = ReadingJson.Write(id, reading);
        var missesBefore = misses.Count;
        if ((string?)expect["language"] == reading.Language)
            languages++;
        else
            misses.Add($"  language: {(string?)expect["language"] ?? "null"} read as {reading.Language ?? "null"}");
        misses.AddRange(intents.Compare(Names(expect["intents"]), Names(got["intents"])));
        misses.AddRange(facts.Compare(Values(expect["facts"]), Values(got["facts"])));
        if (misses.Count == missesBefore)
            exact++;
        else
            misses.Insert(missesBefore, $"{id}: {text}");
    }

    /// <summary>The figures, and with <paramref name="details"/> every message that was read otherwise than expected.</summary>
    public void Print(TextWriter output, bool details)
    {
        if (details)
            misses.ForEach(output.WriteLine);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"messages {messages}  facts F1 {FactsF1:F3}  intents F1 {IntentsF1:F3}  language {Language:F3}  exact {Exact:F3}"));
        facts.Print(output);
        intents.Print(output);
    }

    private static Dictionary<string, string> Names(JsonNode? intents) =>
        intents?.AsArray().Select(node => (string)node!).Distinct().ToDictionary(name => name, _ => "read") ?? [];

    private static Dictionary<string, string> Values(JsonNode? facts) =>
        facts?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value?.ToJsonString(ReadingJson.Plain) ?? "null") ?? [];
}
