using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Routing;

/// <summary>Reads <c>routing.yaml</c>.</summary>
internal static class RoutingReader
{
    private static readonly string[] Hours = ["time_zone", "days", "opens", "closes", "holidays"];

    /// <param name="office">The firm's hours: those of whoever has none of their own.</param>
    public static RoutingRules Read(DialogNode root, IReadOnlyCollection<string> languages, OfficeHours office)
    {
        root.AllowOnly("accept_within_minutes", "usual", "people", "rules", "fallback");
        var usual = Usual(root.Require("usual"), office);
        var people = new Dictionary<string, RoutingPerson>(Plain.Names);
        foreach (var (name, node) in root.Get("people")?.Entries() ?? [])
            if (!people.TryAdd(name, Person(node, usual)))
                node.Error($"`{name}` is here twice.", "Join the two.");
        return new RoutingRules(
            TimeSpan.FromMinutes(root.Require("accept_within_minutes").WholeNumber(1, 1440)),
            usual,
            people,
            Rules(root.Require("rules"), languages),
            root.Require("fallback").Text());
    }

    private static RoutingPerson Usual(DialogNode node, OfficeHours office)
    {
        node.AllowOnly("weight", "capacity");
        return new RoutingPerson(Weight(node.Require("weight")), Capacity(node.Require("capacity")), office);
    }

    private static RoutingPerson Person(DialogNode node, RoutingPerson usual)
    {
        node.AllowOnly(["weight", "capacity", .. Hours]);
        return new RoutingPerson(
            node.Get("weight") is { } weight ? Weight(weight) : usual.Weight,
            node.Get("capacity") is { } capacity ? Capacity(capacity) : usual.Capacity,
            OfficeHours.ReadOwn(node, usual.Hours));
    }

    private static List<RoutingRule> Rules(DialogNode node, IReadOnlyCollection<string> languages)
    {
        var rules = node.Items().Select(item => Rule(item, languages)).ToList();
        if (rules is not [.., { Language: null, Place: null, Size: null, Product: null, Source: null }])
            node.Error("The last rule does not fit every lead.", $"End with a rule that has only `to`, such as `- to: [{RoutingRules.Reps}]`.");
        return rules;
    }

    private static RoutingRule Rule(DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("language", "place", "size", "product", "source", "to");
        var to = node.Require("to");
        if (Texts(to) is not { Count: > 0 } names)
            to.Error("Nobody gets these leads.", $"Name people, or write [{RoutingRules.Reps}].");
        else
            return new RoutingRule(
                node.Get("language")?.Items().Select(item => item.OneOf([.. languages])).ToList(),
                Texts(node.Get("place")), Size(node.Get("size")), Texts(node.Get("product")), Texts(node.Get("source")), names);
        return new RoutingRule(null, null, null, null, null, [RoutingRules.Reps]);
    }

    private static List<string>? Texts(DialogNode? node) => node?.Items().Select(item => item.Text()).ToList();

    private static (int From, int To)? Size(DialogNode? node)
    {
        if (node is null)
            return null;
        node.AllowOnly("from", "to");
        var size = (From: node.Get("from")?.WholeNumber(0, int.MaxValue) ?? 0, To: node.Get("to")?.WholeNumber(0, int.MaxValue) ?? int.MaxValue);
        if (size.From > size.To)
            node.Error("The size ends before it begins.", "Let `to` be no less than `from`.");
        return size;
    }

    private static decimal Weight(DialogNode node) => node.Number(0.1m, 100);

    private static int Capacity(DialogNode node) => node.WholeNumber(0, 100_000);
}
