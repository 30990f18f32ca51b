using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>Staff by what others call them: each word begins a word of their name.</summary>
internal static class PersonNamed
{
    public static IReadOnlyList<Staff> Find(DeskTurn desk, string name)
    {
        if (name == LeadFilter.Me)
            return [desk.Staff];
        var said = SearchWords.Of(name);
        var found = desk.Team.Select(row => row.ToStaff()).Where(person => said.Count > 0 && said.All(word => SearchWords.Of(person.Name).Any(part => part.StartsWith(word, StringComparison.Ordinal)))).ToList();
        var exact = found.FindAll(person => SearchWords.Fold(person.Name) == SearchWords.Fold(name) || SearchWords.Of(person.Name)[0] == said[0]);
        return exact is [_] ? exact : found;
    }

    /// <summary>Says that it is nobody here, and who is; or that it may be several.</summary>
    public static DeskResult NotOne(DeskTurn desk, string name, IReadOnlyList<Staff> found) => found.Count > 1
        ? desk.Say(DeskAnswer.SeveralPeople, ("person", name))
        : desk.Say(DeskAnswer.NoSuchPerson, ("person", name), ("team", string.Join(", ", desk.Team.Select(person => person.Name))));
}
