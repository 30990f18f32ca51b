namespace ChatLeads.Core.Leads;

/// <summary>The ids that a <see cref="ChoiceValue"/> of a field may hold.</summary>
public static class Choices
{
    private static readonly Dictionary<Field, IReadOnlyList<string>> ByField = new()
    {
        [Field.Authority] = ["decides", "influences", "uses"],
        [Field.Timeline] = ["now", "quarter", "half", "later", "none"],
    };

    /// <summary>Empty for a field that is no choice.</summary>
    public static IReadOnlyList<string> Of(Field field) => ByField.GetValueOrDefault(field, []);
}
