using System.Text.Json.Nodes;
using ChatLeads.Core.Desk;

namespace ChatLeads.Core.Tests.Desk;

/// <summary>The parser of the repository's own dialogs, and the sentences kept beside them.</summary>
internal static class Sentences
{
    public static readonly DeskParser Parser = DeskParser.Load(DialogsFolder.Files("desk")).Parser
        ?? throw new InvalidOperationException("dialogs/desk has errors.");

    public static readonly DateOnly Sunday = new(2026, 11, 22);

    public static IReadOnlyList<DeskLine> File(string name) =>
    [
        .. DialogsFolder.File($"tests/{name}").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(DeskLine.Parse),
    ];

    public static DeskRequest Ask(string text, DeskContext? context = null) =>
        Parser.Parse(new DeskInput(text, Role.Manager, Sunday, "EUR", context, new TimeOnly(10, 0))).Request;

    public static string Json(DeskRequest request) => DeskJson.Write(request).ToJsonString();

    public static bool IsExact(DeskLine line) => JsonNode.DeepEquals(DeskJson.Write(Parser.Parse(line.Input).Request), line.Expect);

    public static bool IsRightKind(DeskLine line) => DeskJson.Id(Parser.Parse(line.Input).Request) == (string?)line.Expect!["request"];
}
