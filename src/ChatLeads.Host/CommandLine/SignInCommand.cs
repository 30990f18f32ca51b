using System.CommandLine;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Team;

namespace ChatLeads.Host.CommandLine;

/// <summary>Prints a link that signs somebody in at the desk, once.</summary>
public static class SignInCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Who, as `staff list` shows it" };
        var database = new StaffDatabase();
        var command = new Command("sign-in", "Print a link to the desk for somebody of the team: it works once.") { name };
        database.AddTo(command);
        command.SetAction(parsed => database.Run(parsed, (db, options) =>
        {
            var person = Invitations.PersonNamed(db, parsed.GetValue(name)!)
                ?? throw new StaffDatabase.Refusal($"Nobody in the team is called {parsed.GetValue(name)}. See `staff list`.");
            return StaffDatabase.SignInLink(options, SignIn.AddCode(db, person.Id, TimeProvider.System.GetUtcNow()));
        }));
        return command;
    }
}
