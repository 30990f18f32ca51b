using System.Globalization;
using System.Text.Json.Nodes;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host.Understanding;

/// <summary>Compares readings with what was expected, and tells how they fare.</summary>
public sealed class ReadingCheck
{
    private readonly SortedDictionary<string, Tally> facts = [];
    private readonly SortedDictionary<string, Tally> intents = [];
    private readonly List<string> misses = [];
    private int messages;
    private int exact;
    private int languages;

    private sealed class Tally
    {
        public int Right, Wrong, Missing;
        public double F1 => Right == 0 ? (Wrong + Missing == 0 ? 1 : 0) : 2.0 * Right / (2 * Right + Wrong + Missing);
    }

    public double FactsF1 => Sum(facts).F1;
    public double IntentsF1 => Sum(intents).F1;
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
        CompareIntents(expect["intents"]!.AsArray(), got["intents"]!.AsArray());
        CompareFacts(expect["facts"]!.AsObject(), got["facts"]!.AsObject());
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
        foreach (var (kind, tallies) in new[] { ("fact", facts), ("intent", intents) })
        {
            foreach (var (name, tally) in tallies)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-7}{name,-18} F1 {tally.F1:F3}  right {tally.Right,4}  wrong {tally.Wrong,3}  missing {tally.Missing,3}"));
        }
    }

    private void CompareIntents(JsonArray expected, JsonArray got)
    {
        var (wanted, read) = (expected.Select(node => (string)node!).ToHashSet(), got.Select(node => (string)node!).ToHashSet());
        foreach (var intent in wanted.Union(read))
            Count(intents, "intent", intent, wanted.Contains(intent) ? "wanted" : null, read.Contains(intent) ? "read" : null, wanted.Contains(intent) && read.Contains(intent));
    }

    private void CompareFacts(JsonObject expected, JsonObject got)
    {
        foreach (var name in expected.Select(pair => pair.Key).Union(got.Select(pair => pair.Key)).ToList())
            Count(facts, "fact", name, expected[name]?.ToJsonString(ReadingJson.Plain), got[name]?.ToJsonString(ReadingJson.Plain), JsonNode.DeepEquals(expected[name], got[name]));
    }

    private void Count(SortedDictionary<string, Tally> tallies, string kind, string name, string? wanted, string? read, bool isRight)
    {
        if (!tallies.TryGetValue(name, out var tally))
            tallies[name] = tally = new Tally();
        if (isRight)
        {
            tally.Right++;
            return;
        }
        tally.Missing += wanted is null ? 0 : 1;
        tally.Wrong += read is null ? 0 : 1;
        misses.Add($"  {kind} {name}: wanted {wanted ?? "nothing"}, read {read ?? "nothing"}");
    }

    private static Tally Sum(SortedDictionary<string, Tally> tallies) => new()
    {
        Right = tallies.Values.Sum(tally => tally.Right),
        Wrong = tallies.Values.Sum(tally => tally.Wrong),
        Missing = tallies.Values.Sum(tally => tally.Missing),
    };
}
