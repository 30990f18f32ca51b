using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Storage;

/// <summary>Who is reached where: one contact point belongs to one lead.</summary>
internal static class ContactPoints
{
    public static IReadOnlyList<(string Kind, string Value)> Of(IReadOnlyList<Fact> facts) =>
    [
        .. facts.Where(fact => fact.Field.IsContactPoint && fact.Value is TextValue)
            .Select(fact => (fact.Field.Id, Normalise(((TextValue)fact.Value).Text))),
    ];

    /// <summary>The lead that was known by one of them before.</summary>
    public static int? OwnerOf(ChatLeadsDb db, IReadOnlyList<(string Kind, string Value)> points) =>
        points.Select(point => db.ContactPoints.Find(point.Kind, point.Value)?.LeadNumber).FirstOrDefault(number => number is not null);

    /// <summary>Adds those that nobody has. One that a lead no longer states stays: by it, too, they may come back.</summary>
    public static void Keep(ChatLeadsDb db, LeadRow lead, IReadOnlyList<(string Kind, string Value)> points)
    {
        foreach (var (kind, value) in points)
            if (db.ContactPoints.Find(kind, value) is null)
                db.ContactPoints.Add(new ContactPointRow { Kind = kind, Value = value, LeadNumber = lead.Number });
    }

    private static string Normalise(string value) => value.Trim().ToLowerInvariant();
}
