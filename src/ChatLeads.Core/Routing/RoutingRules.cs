using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Routing;

/// <summary><c>routing.yaml</c>: who gets which lead, and how long they have.</summary>
/// <param name="AcceptWithin">After so long without a claim a lead goes on to the next.</param>
/// <param name="Usual">Whoever has no entry in <paramref name="People"/>.</param>
/// <param name="People">By name, whatever the case.</param>
/// <param name="Rules">The first that fits decides; the last fits every lead.</param>
/// <param name="Fallback">A name, or <see cref="Managers"/>: who is told when nobody else can be.</param>
public sealed record RoutingRules(
    TimeSpan AcceptWithin,
    RoutingPerson Usual,
    IReadOnlyDictionary<string, RoutingPerson> People,
    IReadOnlyList<RoutingRule> Rules,
    string Fallback)
{
    /// <summary>Stands for all managers.</summary>
    public const string Managers = "managers";

    /// <summary>Stands for all reps.</summary>
    public const string Reps = "reps";

    public RoutingPerson Person(string name) => People.GetValueOrDefault(name, Usual);
}

/// <summary>How much somebody can take on, and when they work.</summary>
/// <param name="Weight">Of two people, one with double the weight gets double the leads.</param>
/// <param name="Capacity">With so many open leads they get no more.</param>
public sealed record RoutingPerson(decimal Weight, int Capacity, OfficeHours Hours);

/// <summary>Who gets the leads that it fits. What is null is not asked.</summary>
/// <param name="Size">Employees, both ends included.</param>
/// <param name="Product">Words, one of which the need or the message must hold.</param>
/// <param name="To">Names, <see cref="RoutingRules.Reps"/> or <see cref="RoutingRules.Managers"/>.</param>
public sealed record RoutingRule(
    IReadOnlyList<string>? Language,
    IReadOnlyList<string>? Place,
    (int From, int To)? Size,
    IReadOnlyList<string>? Product,
    IReadOnlyList<string>? Source,
    IReadOnlyList<string> To)
{
    public bool Fits(RoutedLead lead) =>
        Fits(Language, lead.Language, (text, word) => text == word)
        && Fits(Place, lead.Place, ContainsWord)
        && (Size is not { } size || lead.Employees is { } employees && employees >= size.From && employees <= size.To)
        && Fits(Product, lead.Need, ContainsWord)
        && Fits(Source, lead.Source, (text, word) => text == word);

    private static bool Fits(IReadOnlyList<string>? wanted, string? text, Func<string, string, bool> fits) =>
        wanted is null || text is not null && wanted.Any(word => fits(Plain.Of(text), Plain.Of(word)));

    /// <summary>Words, not parts of them: <c>Vic</c> is no part of <c>servicio</c>. An ending may follow: <c>clinic</c> fits <c>clinics</c>.</summary>
    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        return false;
    }
}

/// <summary>What routing asks about a lead.</summary>
/// <param name="Need">In the person's words.</param>
public sealed record RoutedLead(string Language, string? Place, int? Employees, string? Need, string? Source);
