using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk;

/// <summary><c>next-steps.yaml</c>: what a rep should do with a lead now.</summary>
public sealed class NextSteps
{
    private readonly IReadOnlyList<NextStep> first;
    private readonly IReadOnlyList<NextStep> besides;
    private readonly int most;

    private NextSteps(IReadOnlyList<NextStep> first, IReadOnlyList<NextStep> besides, int most) =>
        (this.first, this.besides, this.most) = (first, besides, most);

    /// <summary>Reads the file; what is wrong is added to <paramref name="errors"/>, and the result is then not to be used.</summary>
    public static NextSteps Load(DialogFile file, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors)
    {
        var root = DialogNode.Parse(file, errors);
        root.AllowOnly("first", "besides", "most_besides");
        var first = Read(root.Require("first"), languages);
        if (first.Count == 0 || !first[^1].AppliesAlways)
            root.Error("Some leads have no first step.", "Let the last of `first` have no `when`.");
        return new NextSteps(first, Read(root.Require("besides"), languages), root.Require("most_besides").WholeNumber(0, 5));
    }

    /// <summary>One sentence: the first step that applies, and what to do besides.</summary>
    public string For(LeadView lead, string language)
    {
        var step = first.First(step => step.Applies(lead));
        var more = step.IsWhole ? [] : besides.Where(other => other.Applies(lead)).Take(most);
        return string.Join("; ", more.Prepend(step).Select(part => part.Words(lead, language)));
    }

    private static IReadOnlyList<NextStep> Read(DialogNode node, IReadOnlyCollection<string> languages) =>
        [.. node.Items().Select(item => NextStep.Read(item, languages))];
}
