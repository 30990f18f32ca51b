using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.CommandLine;

/// <summary>How well sentences were read: exactly, and of the right kind.</summary>
internal sealed class AskReport
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<string> differences = [];
    private readonly Dictionary<string, int> confusions = [];
    private int total;
    private int exact;
    private int kind;

    public void Add(DeskLine line, JsonObject read)
    {
        if (line.Expect is not { } expect)
            throw new FormatException($"{line.Id} has no `expect`.");
        total++;
        var (wanted, got) = (expect["request"]!.ToString(), read["request"]!.ToString());
        if (wanted == got)
            kind++;
        else
            confusions[$"{wanted} read as {got}"] = confusions.GetValueOrDefault($"{wanted} read as {got}") + 1;
        if (JsonNode.DeepEquals(expect, read))
            exact++;
        else
            differences.Add($"{line.Id} {line.Input.Text}\n   expected {expect.ToJsonString(Readable)}\n   read     {read.ToJsonString(Readable)}");
    }

    public void Print(TextWriter output)
    {
        foreach (var difference in differences)
            output.WriteLine(difference);
        foreach (var (confusion, count) in confusions.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{count,4} {confusion}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} sentences: {Share(exact):0.0} % exact, {Share(kind):0.0} % of the right kind"));
    }

    private double Share(int count) => total == 0 ? 0 : 100.0 * count / total;
}
