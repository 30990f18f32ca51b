using System.CommandLine;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Routing;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.CommandLine;

/// <summary>Shows and changes the team. Invitations are a verb of their own.</summary>
public static class StaffCommand
{
    private const string Desk = "desk";

    public static Command Create()
    {
        var role = new Argument<Role>("role") { Description = "rep or manager" };
        var channel = new Argument<string>("channel") { Description = "telegram, teams or desk" };
        channel.AcceptOnlyFromAmong(Desk, "telegram", "teams");
        return new Command("staff", "Show and change the team.")
        {
            Verb("list", "Everybody, with their channels.", [], (db, _) => List(db)),
            OfPerson("remove", "End somebody's access on every channel, at once.", [], (db, person, _) => Remove(db, person)),
            OfPerson("role", "Make somebody a rep or a manager.", [role], (db, person, parsed) => SetRole(db, person, parsed.GetValue(role))),
            OfPerson("prefer", "Choose where somebody's alerts go besides the desk.", [channel], (_, person, parsed) => Prefer(person, parsed.GetValue(channel)!)),
            Verb("ungroup", "Stop announcing leads in a group of that name.", [GroupName], (db, parsed) => Ungroup(db, parsed.GetValue(GroupName)!)),
        };
    }

    private static readonly Argument<string> GroupName = new("group") { Description = "As `staff list` shows it" };

    private static Command OfPerson(string verb, string description, IEnumerable<Argument> more, Func<ChatLeadsDb, StaffRow, ParseResult, string> work)
    {
        var name = new Argument<string>("name") { Description = "As `staff list` shows it" };
        return Verb(verb, description, [name, .. more], (db, parsed) => work(
            db,
            Invitations.PersonNamed(db, parsed.GetValue(name)!) ?? throw new StaffDatabase.Refusal($"Nobody in the team is called {parsed.GetValue(name)}. See `staff list`."),
            parsed));
    }

    private static Command Verb(string verb, string description, IEnumerable<Argument> arguments, Func<ChatLeadsDb, ParseResult, string> work)
    {
        var database = new StaffDatabase();
        var command = new Command(verb, description);
        foreach (var argument in arguments)
            command.Arguments.Add(argument);
        database.AddTo(command);
        command.SetAction(parsed => database.Run(parsed, (db, _) => work(db, parsed)));
        return command;
    }

    private static string List(ChatLeadsDb db)
    {
        var accounts = db.StaffAccounts.ToLookup(row => row.StaffId);
        var people = db.Staff.Where(row => row.LeftAt == null).OrderBy(row => row.Id).AsEnumerable().Select(row =>
            $"{row.Name}  {row.Role.ToString().ToLowerInvariant()}  {string.Join(", ", accounts[row.Id].Select(Told).Prepend(Desk))}{(row.PreferredChannel is { } preferred ? $"  prefers {preferred}" : "")}");
        var groups = db.StaffGroups.AsEnumerable().Select(row => $"{row.Name}  group  {row.Channel}{(row.GoneAt is null ? "" : " (unreachable)")}");
        return string.Join(Environment.NewLine, people.Concat(groups));
    }

    private static string Told(StaffAccountRow account) => account.GoneAt is null ? account.Channel : $"{account.Channel} (unreachable)";

    private static string Remove(ChatLeadsDb db, StaffRow person)
    {
        if (Membership.IsLastManager(db, person))
            throw new StaffDatabase.Refusal($"{person.Name} is the last manager. Make somebody else one first: staff role NAME manager");
        Membership.Remove(db, person, TimeProvider.System.GetUtcNow());
        return $"{person.Name} has left. Their leads stay theirs until somebody assigns them.";
    }

    private static string SetRole(ChatLeadsDb db, StaffRow person, Role role)
    {
        if (role != Role.Manager && Membership.IsLastManager(db, person))
            throw new StaffDatabase.Refusal($"{person.Name} is the last manager.");
        person.Role = role;
        Menus.Refresh(db, person, TimeProvider.System.GetUtcNow());
        return $"{person.Name} is a {role.ToString().ToLowerInvariant()} now.";
    }

    private static string Prefer(StaffRow person, string channel)
    {
        person.PreferredChannel = channel;
        return $"{person.Name} gets alerts at the desk{(channel == Desk ? " alone" : $" and on {channel}")}.";
    }

    private static string Ungroup(ChatLeadsDb db, string name)
    {
        var groups = db.StaffGroups.AsEnumerable().Where(row => Plain.Names.Equals(row.Name, name)).ToList();
        db.StaffGroups.RemoveRange(groups);
        return groups.Count > 0 ? $"{name} is told of no more leads." : throw new StaffDatabase.Refusal($"There is no group {name}. See `staff list`.");
    }
}
