using System.CommandLine;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;

namespace ChatLeads.Host.CommandLine;

/// <summary>Prints a code by which a person or a group of the team joins.</summary>
public static class InviteCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "What the person is called; somebody who is in the team already gets a further channel" };
        var role = new Option<Role>("--role") { Description = "rep or manager", DefaultValueFactory = _ => Role.Rep };
        var group = new Option<bool>("--group") { Description = "The name is that of a group of the team, to be told of hot leads" };
        var database = new StaffDatabase();
        var command = new Command("invite", "Invite somebody into the team: prints a code that works once.") { name, role, group };
        database.AddTo(command);
        command.SetAction(parsed => database.Run(parsed, (db, options) =>
        {
            var isGroup = parsed.GetValue(group);
            var code = Invitations.Create(db, parsed.GetValue(name)!, isGroup ? null : parsed.GetValue(role), TimeProvider.System.GetUtcNow());
            return isGroup ? Group(code) : Person(parsed.GetValue(name)!, code, StaffDatabase.SignInLink(options, code));
        }));
        return command;
    }

    private static string Person(string name, string code, string link) => $"""
        The code for {name} works once, within {Invitations.Lifetime.TotalHours} hours:

            /join {code}

        en  Write it to the bot in Telegram or Teams, or open {link}
        es  Escríbelo al bot en Telegram o Teams, o abre {link}
        """;

    private static string Group(string code) => $"""
        The code works once, within {Invitations.Lifetime.TotalHours} hours:

            /join {code}

        en  Add the bot to the group and write it there (in Teams after @ and the bot's name).
        es  Añade el bot al grupo y escríbelo allí (en Teams, tras @ y el nombre del bot).
        """;
}
