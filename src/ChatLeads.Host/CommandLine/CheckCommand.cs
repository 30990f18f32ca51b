using System.CommandLine;

namespace ChatLeads.Host.CommandLine;

/// <summary>Tells all that is wrong with <c>dialogs/</c>, with file and line, and with the settings.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var dialogs = new Option<string>("--dialogs") { Description = "The folder of dialogs", DefaultValueFactory = _ => DialogFolder.Default };
        var command = new Command("check", "Validate dialogs/ and the settings: every error with file, line and remedy; exit 1 when there is any.") { dialogs };
        command.SetAction(parsed => Run(parsed.GetValue(dialogs)!));
        return command;
    }

    private static int Run(string folder)
    {
        var (_, wrongSettings) = Settings.Read(HostBuilder.Create([]).Configuration);
        foreach (var error in wrongSettings)
            Console.Error.WriteLine(error);
        if (Load(folder) is null || wrongSettings.Count > 0)
            return 1;
        Console.Out.WriteLine($"{folder} and the settings: no errors");
        return 0;
    }

    /// <summary>The dialogs, or null after all errors were written to standard error.</summary>
    internal static Dialogs? Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {Path.GetFullPath(folder)}. Point --dialogs to one.");
            return null;
        }
        var (dialogs, errors) = Dialogs.Read(DialogFolder.Read(folder));
        foreach (var error in errors)
            Console.Error.WriteLine(error);
        return dialogs;
    }
}
