using System.CommandLine;

namespace ChatLeads.Host.CommandLine;

/// <summary>The program's verbs. To add one: a file <c>XCommand.cs</c> here with <c>public static Command Create()</c>, and a line below.</summary>
public static class Commands
{
    private static IEnumerable<Command> All() =>
    [
        // A verb a line, in alphabetical order.
        AskCommand.Create(),
        AuditCommand.Create(),
        CheckCommand.Create(),
        CostsCommand.Create(),
        ExportCommand.Create(),
        InviteCommand.Create(),
        SignInCommand.Create(),
        SimulateCommand.Create(),
        StaffCommand.Create(),
        TeamsPackageCommand.Create(),
        UnderstandCommand.Create(),
    ];

    /// <summary>Runs the verb that <paramref name="args"/> name, or the web host when they name none.</summary>
    public static Task<int> Run(string[] args, Func<string[], Task<int>> webHost)
    {
        var root = new RootCommand("ChatLeads: a sales chatbot that qualifies leads. With no verb it serves the website's chat and the desk.")
        {
            // Everything else goes to ASP.NET Core as it is: --urls, --ChatLeads:Setting value.
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Options.Add(new Option<string>("--urls") { Description = "Where to listen, e.g. http://localhost:5080" });
        root.Options.Add(new Option<string>("--ChatLeads:DataDirectory") { Description = "Where the database lies; so for every setting of appsettings.template.json" });
        root.Options.Add(new Option<bool>("--demo") { Description = "Fill an empty database with invented leads" });
        foreach (var command in All())
            root.Subcommands.Add(command);
        root.SetAction((parsed, _) => parsed.UnmatchedTokens is [var verb, ..] && !verb.StartsWith('-') && verb == args[0]
            ? Task.FromResult(Unknown(verb))
            : webHost(args));
        // Ctrl-C is the host's to handle: it lets turns finish, which may take longer than a command line waits.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine($"There is no verb '{verb}'. See --help.");
        return 1;
    }
}
