using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Playbooks;

/// <summary><c>fields.yaml</c>: what may be asked, and how.</summary>
/// <param name="First">Asked before all others while unknown.</param>
/// <param name="ForRep">What the rep needs besides a contact point, in the order of asking.</param>
/// <param name="All">In the order in which they are repeated to the person.</param>
public sealed record FieldSpecs(IReadOnlyList<Field> First, IReadOnlyList<Field> ForRep, IReadOnlyList<FieldSpec> All)
{
    public FieldSpec? this[Field field]
    {
        get
        {
            for (var i = 0; i < All.Count; i++)
                if (All[i].Field == field)
                    return All[i];
            return null;
        }
    }

    internal static FieldSpecs Read(DialogNode root, IReadOnlyCollection<string> languages)
    {
        root.AllowOnly("ask_first", "rep_needs", "fields");
        var entries = root.Require("fields").Entries().ToList();
        var specs = entries.Select(entry => FieldSpec.Read(entry.Key, entry.Value, languages)).ToList();
        foreach (var (id, node) in entries.Where(entry => new Field(entry.Key) is var field && (field == Field.Consent || field == Field.MarketingConsent)))
            node.Error($"`{id}` is no field to fill.", "Its words stand in texts.yaml.");
        foreach (var contact in new[] { Field.Email, Field.Phone }.Where(contact => specs.All(spec => spec.Field != contact || spec.Question is null)))
            root.Error($"`{contact}` has no question.", $"Add `{contact}:` with a `question:`: without contact points there are no leads.");
        return new FieldSpecs(
            Askable(root.Require("ask_first"), specs),
            Askable(root.Require("rep_needs"), specs),
            specs);
    }

    private static List<Field> Askable(DialogNode list, List<FieldSpec> specs)
    {
        var fields = list.Items().Select(item => (Item: item, Field: new Field(item.Text()))).ToList();
        foreach (var (item, field) in fields.Where(entry => specs.All(spec => spec.Field != entry.Field || spec.Question is null)))
            item.Error($"`{field}` has no question.", "Add one under `fields:`, or take it off this list.");
        return [.. fields.Select(entry => entry.Field)];
    }
}
