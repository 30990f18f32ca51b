namespace ChatLeads.Core.Playbooks;

/// <summary>A kind of person who will not buy here, and what they are told.</summary>
/// <param name="Id">E.g. <c>job_seeker</c>.</param>
/// <param name="Cues">Words that tell this kind from the others, once it is clear that it is no prospect.</param>
public sealed record NotProspect(string Id, Cues? Cues, Wordings Answer);

/// <summary><c>not-prospects.yaml</c>.</summary>
/// <param name="Customer">Told to customers with a problem.</param>
/// <param name="Other">Told when no kind's cues fit.</param>
public sealed record NotProspects(IReadOnlyList<NotProspect> Kinds, NotProspect Customer, NotProspect Other)
{
    /// <summary>The kind whose cues fit best.</summary>
    public NotProspect KindOf(string text) =>
        Kinds.Select(kind => (Kind: kind, Hits: kind.Cues?.Count(text) ?? 0)).MaxBy(entry => entry.Hits) is { Hits: > 0 } best
            ? best.Kind
            : Other;

    internal static NotProspects Read(DialogNode root, IReadOnlyCollection<string> languages)
    {
        root.AllowOnly("customer", "other", "kinds");
        return new NotProspects(
            [.. root.Require("kinds").Entries().Select(entry => Kind(entry.Key, entry.Value, languages))],
            Only("customer"),
            Only("other"));

        NotProspect Only(string id)
        {
            var node = root.Require(id);
            node.AllowOnly("answer");
            return new NotProspect(id, null, Wordings.Read(node.Require("answer"), languages));
        }
    }

    private static NotProspect Kind(string id, DialogNode node, IReadOnlyCollection<string> languages)
    {
        node.AllowOnly("cues", "answer");
        return new NotProspect(
            id,
            Cues.Read(node.Require("cues"), languages),
            Wordings.Read(node.Require("answer"), languages));
    }
}
