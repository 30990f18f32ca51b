using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Core.Desk;

namespace ChatLeads.Host.CommandLine;

/// <summary>Reads staff sentences as JSON lines and writes the requests; with <c>--check</c> it compares them with what a file expects.</summary>
public static class AskCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var dialogs = new Option<string>("--dialogs") { Description = "The folder of dialogs", DefaultValueFactory = _ => DialogFolder.Default };
        var check = new Option<FileInfo?>("--check") { Description = "A file of lines with `expect`: print how many are read exactly, how many with the right kind, and each difference" };
        var command = new Command("ask", "Read staff sentences: JSON lines {id, text, role, today, currency, context?} in, {id, request} out.") { dialogs, check };
        command.SetAction(parsed => Run(parsed.GetValue(dialogs)!, parsed.GetValue(check)));
        return command;
    }

    private static int Run(string dialogs, FileInfo? check)
    {
        var result = DeskParser.Load(DialogFolder.Read(dialogs));
        foreach (var error in result.Errors)
            Console.Error.WriteLine(error);
        if (result.Parser is not { } parser)
            return 1;
        if (check is null)
            return Each(Console.In, line => Console.Out.WriteLine(Answer(parser, line).ToJsonString(Readable)));
        using var file = check.OpenText();
        var report = new AskReport();
        var code = Each(file, line => report.Add(line, DeskJson.Write(parser.Parse(line.Input).Request)));
        report.Print(Console.Out);
        return code;
    }

    private static int Each(TextReader lines, Action<DeskLine> act)
    {
        var code = 0;
        for (var number = 1; lines.ReadLine() is { } text; number++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            try
            {
                act(DeskLine.Parse(text));
            }
            catch (FormatException e)
            {
                Console.Error.WriteLine($"line {number}: {e.Message}");
                code = 1;
            }
        }
        return code;
    }

    private static JsonObject Answer(DeskParser parser, DeskLine line) =>
        new() { ["id"] = line.Id, ["request"] = DeskJson.Write(parser.Parse(line.Input).Request) };
}
