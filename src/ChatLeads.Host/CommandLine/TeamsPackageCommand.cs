using System.CommandLine;
using ChatLeads.Channels.Teams;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Host.CommandLine;

/// <summary>Writes the app package that is uploaded to Teams.</summary>
public static class TeamsPackageCommand
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "appPackage");

    public static Command Create()
    {
        var dialogs = new Option<string>("--dialogs") { Description = "The folder of dialogs, which says whose bot it is", DefaultValueFactory = _ => DialogFolder.Default };
        var appId = new Option<string?>("--app-id") { Description = $"The bot's application id; {TeamsOptions.Section}:AppId when left out" };
        var name = new Option<string?>("--name") { Description = $"What the app is called in Teams, at most {TeamsAppIdentity.LongestName} characters; the firm's name when left out" };
        var terms = new Option<Uri?>("--terms") { Description = "Your terms of use; the privacy policy's site when left out" };
        var file = new Option<FileInfo>("--out") { Description = "Where to write", DefaultValueFactory = _ => new FileInfo("chatleads-teams.zip") };
        var command = new Command("teams-package", "Write the app package for Microsoft Teams: a zip with manifest and icons, to be uploaded as a custom app.") { dialogs, appId, name, terms, file };
        command.SetAction(parsed =>
        {
            if (CheckCommand.Load(parsed.GetValue(dialogs)!) is not { } loaded)
                return 1;
            var id = parsed.GetValue(appId) ?? HostBuilder.Create([]).Configuration[$"{TeamsOptions.Section}:AppId"];
            return Run(Identity(loaded.Playbook.Firm, id ?? "", parsed.GetValue(name), parsed.GetValue(terms)), parsed.GetValue(file)!);
        });
        return command;
    }

    private static TeamsAppIdentity Identity(Firm firm, string appId, string? name, Uri? terms)
    {
        var privacy = firm.Policy.Url.GetValueOrDefault("en") ?? firm.Policy.Url[firm.Languages[0]];
        var website = new Uri(privacy, "/");
        return new TeamsAppIdentity(appId, name ?? firm.Name, website, privacy, terms ?? website);
    }

    private static int Run(TeamsAppIdentity app, FileInfo file)
    {
        var errors = app.Errors().ToList();
        errors.ForEach(Console.Error.WriteLine);
        if (errors.Count > 0)
            return 1;
        try
        {
            using var zip = file.Create();
            TeamsPackage.Write(zip, Folder, app);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file.FullName} cannot be written. {failure.Message}");
            return 1;
        }
        Console.Out.WriteLine($"{file.FullName}: upload it in Teams, under Apps, Manage your apps, Upload an app.");
        return 0;
    }
}
