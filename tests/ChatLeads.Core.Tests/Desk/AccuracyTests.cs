using ChatLeads.Core.Desk;

namespace ChatLeads.Core.Tests.Desk;

public class AccuracyTests
{
    public static TheoryData<string, double, double> Files => new()
    {
        { "desk-developed.jsonl", 0.99, 0.99 },
        { "desk-unseen.jsonl", 0.90, 0.97 },
    };

    [Theory, MemberData(nameof(Files))]
    public void Sentences_become_the_right_request(string file, double exactly, double kind)
    {
        var lines = Sentences.File(file);

        var wrong = lines.Where(line => !Sentences.IsExact(line)).Select(line => $"{line.Id} {line.Input.Text}: {Sentences.Json(Sentences.Parser.Parse(line.Input).Request)}");
        Assert.True(lines.Count(Sentences.IsExact) >= exactly * lines.Count, string.Join('\n', wrong));
        Assert.True(lines.Count(Sentences.IsRightKind) >= kind * lines.Count, string.Join('\n', wrong));
    }

    [Theory, InlineData("desk-developed.jsonl"), InlineData("desk-unseen.jsonl")]
    public void Nothing_unknown_becomes_a_change(string file) =>
        Assert.DoesNotContain(Sentences.File(file), line => (string?)line.Expect!["request"] == "unknown" && Sentences.Parser.Parse(line.Input).Request.Changes);

    [Theory, InlineData("desk-developed.jsonl")]
    public void Case_and_accents_do_not_matter(string file)
    {
        foreach (var line in Sentences.File(file).Where(line => line.Expect!["request"]!.ToString() is not ("note" or "stage")))
        {
            var kind = DeskJson.Id(Sentences.Parser.Parse(line.Input).Request);
            Assert.Equal(kind, DeskJson.Id(Sentences.Parser.Parse(line.Input with { Text = line.Input.Text.ToUpperInvariant() }).Request));
            Assert.Equal(kind, DeskJson.Id(Sentences.Parser.Parse(line.Input with { Text = line.Input.Text.Normalize(System.Text.NormalizationForm.FormD) }).Request));
        }
    }

    [Fact]
    public void A_request_survives_json()
    {
        foreach (var line in Sentences.File("desk-developed.jsonl"))
            Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(line.Expect, DeskJson.Write(DeskJsonReader.Read(line.Expect!))), line.Expect!.ToJsonString());
    }
}
