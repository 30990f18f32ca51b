using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Playbooks;

/// <summary>What the playbook says about one field.</summary>
/// <param name="Question">Null: it is noted when said, but never asked.</param>
/// <param name="Again">The second and last way of asking.</param>
/// <param name="Choices">Answers that are offered as buttons.</param>
/// <param name="Noted">How a known value is repeated to the person; null: not repeated.</param>
public sealed record FieldSpec(
    Field Field,
    Wordings? Question,
    Wordings? Again,
    IReadOnlyList<FieldChoice> Choices,
    IReadOnlyDictionary<string, string>? Noted)
{
    /// <summary>The reader knows nothing of it: the answer is kept as typed.</summary>
    public bool IsFreeText => !Field.Known.Contains(Field);

    /// <summary>What is known of one of its values; null when the playbook does not know it.</summary>
    public FieldChoice? ChoiceOf(string id)
    {
        for (var i = 0; i < Choices.Count; i++)
            if (Choices[i].Id == id)
                return Choices[i];
        return null;
    }

    internal static FieldSpec Read(string id, DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("question", "again", "choices", "noted");
        var question = node.Get("question");
        if (question is null && node.Get("again") is { } stray)
            stray.Error("`again` needs a `question`.", "Add `question:`, or delete `again:`.");
        return new FieldSpec(
            new Field(id),
            question is null ? null : Wordings.Read(question, languages),
            question is null ? null : Wordings.Read(node.Require("again"), languages),
            node.Get("choices") is { } choices ? [.. choices.Entries().Select(entry => FieldChoice.Read(id, entry.Key, entry.Value, languages))] : [],
            node.Get("noted")?.Translations(languages));
    }
}

/// <summary>One value of a field that is a choice, such as a timeline.</summary>
/// <param name="Button">Null: understood and repeated, but not offered.</param>
/// <param name="Noted">How it is repeated to the person.</param>
public sealed record FieldChoice(
    string Id,
    IReadOnlyDictionary<string, string>? Button,
    IReadOnlyDictionary<string, string> Noted)
{
    internal static FieldChoice Read(string field, string id, DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("button", "noted");
        if (Choices.Of(new Field(field)) is { Count: > 0 } ids && !ids.Contains(id))
            node.Error($"`{id}` is no value of `{field}`.", $"Write one of: {string.Join(", ", ids)}.");
        return new FieldChoice(id, node.Get("button")?.Translations(languages), node.Require("noted").Translations(languages));
    }
}
