using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLeads.Core.Conversations.Simulation;
using ChatLeads.Host.Simulation;

namespace ChatLeads.Host.CommandLine;

/// <summary>Plays conversations through the real engine, and tells how they end.</summary>
public static class SimulateCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Conversations as JSON lines {id, language, opening, answers, fallback}" };
        var today = new Option<string?>("--today") { Description = "The day on which they take place, e.g. 2026-11-23; default: today" };
        var check = new Option<bool>("--check") { Description = "Compare with temperature, expect_stored and expect_facts of the file; exit 1 when any differs" };
        var dialogs = new Option<string>("--dialogs") { Description = "The folder of dialogs", DefaultValueFactory = _ => DialogFolder.Default };
        var command = new Command("simulate", "Play conversations on a throw-away database; a JSON line for each.") { file, today, check, dialogs };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(today), parsed.GetValue(check), parsed.GetValue(dialogs)!, cancellation));
        return command;
    }

    private static async Task<int> Run(FileInfo file, string? today, bool check, string folder, CancellationToken cancellation)
    {
        if (Personas(file) is not { } personas || Day(today) is not { } day || CheckCommand.Load(folder) is not { } dialogs)
            return 1;
        await using var stage = await SimulationHost.Start(dialogs, day);
        var performances = new List<Performance>();
        foreach (var persona in personas)
        {
            var performance = await stage.Play(persona, cancellation);
            performances.Add(performance);
            Console.Out.WriteLine(performance.ToJson().ToJsonString(Readable));
            Console.Error.WriteLine($"{performances.Count}/{personas.Count} {persona.Id}: {performance.Temperature}");
        }
        var report = new SimulationReport(performances);
        report.Print(Console.Error, check);
        return check && report.Failures.Count > 0 ? 1 : 0;
    }

    private static List<Persona>? Personas(FileInfo file)
    {
        if (!file.Exists)
            return Refuse($"There is no file {file.FullName}.");
        var personas = new List<Persona>();
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            try
            {
                if (!string.IsNullOrWhiteSpace(line))
                    personas.Add(Persona.Parse(line));
            }
            catch (FormatException e)
            {
                return Refuse($"{file.Name}:{number}: {e.Message}");
            }
        }
        return personas;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null)
            return DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Console.Error.WriteLine($"--today: `{text}` is no date. Write it as 2026-11-23.");
        return null;
    }

    private static List<Persona>? Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return null;
    }
}
