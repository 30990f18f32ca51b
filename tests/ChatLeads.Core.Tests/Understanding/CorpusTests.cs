using System.Globalization;
using System.Text.Json.Nodes;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Readers;

/// <summary>
/// Messages with what is to be read in them, written by hand. <c>seen.jsonl</c> is what the lexicons were made with;
/// the lines of <c>unseen.jsonl</c> were written before the reader had read them, and their first figures noted beside it.
/// </summary>
public class CorpusTests
{
    [Theory]
    [InlineData("seen.jsonl", 0.97, 0.97, 0.98, 0.92)]
    [InlineData("unseen.jsonl", 0.92, 0.90, 0.98, 0.75)]
    [InlineData("hard.jsonl", 0.89, 0.85, 0.96, 0.80)]
    [InlineData("english.jsonl", 0.92, 0.90, 0.98, 0.80)]
    [InlineData("spanish.jsonl", 0.95, 0.92, 0.98, 0.90)]
    public void The_reader_meets_the_bar(string file, double facts, double intents, double language, double exact)
    {
        var (factTally, intentTally, languages, exacts, count) = (new Tally(), new Tally(), 0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(TestReader.Root, "tests/ChatLeads.Core.Tests/Understanding/corpus", file)))
        {
            var json = JsonNode.Parse(line)!;
            var expect = json["expect"]!;
            var reading = TestReader.Instance.Read(Request(json));
            var missed = factTally.Wrong + intentTally.Wrong;
            factTally.Add(expect["facts"]!.AsObject().Select(pair => $"{pair.Key}={pair.Value!.ToJsonString()}"),
                FactJson.Write(reading.Facts.Select(fact => (fact.Field, fact.Value))).Select(pair => $"{pair.Key}={pair.Value!.ToJsonString()}"));
            intentTally.Add(expect["intents"]!.AsArray().Select(intent => (string)intent!), reading.Intents.Select(Intents.Id));
            var isLanguage = (string?)expect["language"] == reading.Language;
            languages += isLanguage ? 1 : 0;
            exacts += isLanguage && missed == factTally.Wrong + intentTally.Wrong ? 1 : 0;
            count++;
        }
        Assert.True(count >= 100);
        Assert.True(factTally.F1 >= facts, $"facts F1 {factTally.F1:F3}");
        Assert.True(intentTally.F1 >= intents, $"intents F1 {intentTally.F1:F3}");
        Assert.True((double)languages / count >= language, $"language {(double)languages / count:F3}");
        Assert.True((double)exacts / count >= exact, $"exact {(double)exacts / count:F3}");
    }

    /// <summary>Intents and language alone: ways of saying them, and messages that only look like them.</summary>
    [Theory]
    [InlineData("intents.jsonl", 0.85, 0.98)]
    public void The_reader_tells_what_people_want(string file, double intents, double language)
    {
        var (tally, languages, count) = (new Tally(), 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(TestReader.Root, "tests/ChatLeads.Core.Tests/Understanding/corpus", file)))
        {
            var json = JsonNode.Parse(line)!;
            var reading = TestReader.Instance.Read(Request(json));
            tally.Add(json["expect"]!["intents"]!.AsArray().Select(intent => (string)intent!), reading.Intents.Select(Intents.Id));
            languages += (string?)json["expect"]!["language"] == reading.Language ? 1 : 0;
            count++;
        }
        Assert.True(count >= 600);
        Assert.True(tally.F1 >= intents, $"intents F1 {tally.F1:F3}");
        Assert.True((double)languages / count >= language, $"language {(double)languages / count:F3}");
    }

    private static ReadRequest Request(JsonNode json) => new(
        (string)json["text"]!, (string?)json["asking"] is { } asking ? new Field(asking) : null,
        DateOnly.ParseExact((string)json["today"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture), (string)json["region"]!, (string)json["currency"]!);

    private sealed class Tally
    {
        private int right;
        public int Wrong { get; private set; }
        public double F1 => 2.0 * right / (2.0 * right + Wrong);

        public void Add(IEnumerable<string> expected, IEnumerable<string> got)
        {
            var (wanted, read) = (expected.ToHashSet(), got.ToHashSet());
            right += wanted.Intersect(read).Count();
            Wrong += wanted.Except(read).Count() + read.Except(wanted).Count();
        }
    }
}
