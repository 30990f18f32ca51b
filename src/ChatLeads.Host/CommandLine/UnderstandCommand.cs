using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatLeads.Core.Understanding;
using ChatLeads.Host.Understanding;

namespace ChatLeads.Host.CommandLine;

/// <summary>Reads messages as the conversation would: for owners of a playbook, and for tests.</summary>
public static class UnderstandCommand
{
    public static Command Create()
    {
        var explain = new Option<bool>("--explain") { Description = "Tell which parser read which words, and why a candidate lost" };
        var check = new Option<FileInfo?>("--check") { Description = "Compare with the `expect` of each line of a file, and print how the reader fares" };
        var details = new Option<bool>("--details") { Description = "With --check: every message that was read otherwise than expected" };
        var today = new Option<string?>("--today") { Description = "The day for lines that name none, e.g. 2026-11-23; default: today" };
        var dialogs = new Option<string>("--dialogs") { Description = "The folder of dialogs", DefaultValueFactory = _ => DialogFolder.Default };
        var command = new Command("understand", "Read JSON lines {id, text, asking, today, region, currency} on standard input; write {id, language, intents, facts}.")
            { explain, check, details, today, dialogs };
        command.SetAction(parsed =>
        {
            if (Load(parsed.GetValue(dialogs)!) is not { } reader || Day(parsed.GetValue(today)) is not { } day)
                return 1;
            return parsed.GetValue(check) is { } file
                ? Check(reader, file, day, parsed.GetValue(details))
                : Read(reader, Console.In, day, parsed.GetValue(explain));
        });
        return command;
    }

    private static int Read(Reader reader, TextReader input, DateOnly today, bool explain)
    {
        var failed = 0;
        ForEachLine(input, "line ", today, ref failed, (id, request, _) =>
        {
            if (explain)
                ExplanationText.Print(Console.Out, id, request, reader.Explain(request));
            else
                Console.Out.WriteLine(ReadingJson.Write(id, reader.Read(request)).ToJsonString(ReadingJson.Plain));
        });
        return failed == 0 ? 0 : 1;
    }

    private static int Check(Reader reader, FileInfo file, DateOnly today, bool details)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"There is no file {file.FullName}.");
            return 1;
        }
        var (check, failed) = (new ReadingCheck(), 0);
        using var input = file.OpenText();
        ForEachLine(input, file.Name + ":", today, ref failed, (id, request, line) =>
            check.Add(id, request.Text, line["expect"] as JsonObject ?? throw new FormatException("`expect` is missing."), reader.Read(request)));
        check.Print(Console.Out, details);
        return failed == 0 ? 0 : 1;
    }

    private static void ForEachLine(TextReader input, string place, DateOnly today, ref int failed, Action<string?, ReadRequest, JsonObject> act)
    {
        var number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var (id, request, json) = ReadingJson.Parse(line, today);
                act(id, request, json);
            }
            catch (FormatException e)
            {
                failed++;
                Console.Error.WriteLine($"{place}{number}: {e.Message}");
            }
        }
    }

    private static Reader? Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {Path.GetFullPath(folder)}. Point --dialogs to one.");
            return null;
        }
        var (reader, errors) = Reader.Load(DialogFolder.Read(folder));
        foreach (var error in errors)
            Console.Error.WriteLine(error);
        return reader;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null)
            return DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Console.Error.WriteLine($"--today {text} is no day: write it as 2026-11-23.");
        return null;
    }
}
