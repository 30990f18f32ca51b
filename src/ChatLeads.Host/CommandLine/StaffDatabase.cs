using System.CommandLine;
using System.Data.Common;
using ChatLeads.Host.Team;
using ChatLeads.Storage;

namespace ChatLeads.Host.CommandLine;

/// <summary>The database for verbs that change the team, also while the program runs: SQLite lets several processes write, one at a time.</summary>
internal sealed class StaffDatabase
{
    private readonly Option<string?> data = new("--data") { Description = "The data directory; as in the settings when left out" };

    public void AddTo(Command command) => command.Options.Add(data);

    /// <summary>Runs a verb's work and saves it. What cannot be done is a sentence on standard error.</summary>
    public int Run(ParseResult parsed, Func<ChatLeadsDb, ChatLeadsOptions, string> work)
    {
        var (options, errors) = Options(parsed.GetValue(data));
        if (errors is [var error, ..])
            return Failed(error);
        var place = options.Place();
        if (!place.Exists)
            return Failed($"There is no database {place.Name}. Start ChatLeads once, or point --data to its data directory.");
        try
        {
            using var db = place.Open();
            var said = work(db, options);
            db.SaveChanges();
            Console.Out.WriteLine(said);
            return 0;
        }
        catch (Refusal refusal)
        {
            return Failed(refusal.Message);
        }
        catch (Exception failure) when (failure is DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            return Failed($"{place.Name} cannot be used. {failure.GetBaseException().Message} If it is of an earlier version, start ChatLeads once.");
        }
    }

    /// <param name="directory">With a directory of one's own it is the file in it that is meant, whatever the settings say.</param>
    public static (ChatLeadsOptions Options, IReadOnlyList<string> Errors) Options(string? directory)
    {
        var configuration = HostBuilder.Create([]).Configuration;
        var (options, errors) = Settings.Read(configuration);
        options.PublicUrl ??= configuration["urls"]?.Split(';')[0];
        if (directory is not null)
            (options.DataDirectory, options.Database) = (directory, null);
        return (options, errors);
    }

    public static string SignInLink(ChatLeadsOptions options, string code) => PublicUrl.SignIn(options.PublicUrl ?? HostBuilder.DefaultUrl, code);

    private static int Failed(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }

    /// <summary>What was asked cannot be done, and why.</summary>
    public sealed class Refusal(string message) : Exception(message);
}
