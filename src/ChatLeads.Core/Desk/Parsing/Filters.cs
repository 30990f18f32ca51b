using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>What a sentence says about which leads are meant.</summary>
internal sealed class Filters(Sentence sentence, IReadOnlyList<NameRun> names, string? campaign, Period? period)
{
    public LeadFilter Read()
    {
        var (owner, ownerRun) = Owner();
        var text = SearchText.In(sentence);
        // "What about Priya's?" asks for no text.
        if (ownerRun is not null && ownerRun.Name.Equals(text, StringComparison.OrdinalIgnoreCase) && (sentence.Is(ownerRun.End, Classes.Possessive) || sentence.Has("follow_up") && sentence.Within(sentence.First(Classes.About)?.Start ?? 0, "follow_up")))
            text = null;
        return new LeadFilter
        {
            Temperature = Temperatures(),
            Stage = Values<Stage>(Classes.Stage),
            Owner = owner,
            Source = Source(text),
            Campaign = campaign,
            Place = Place(ownerRun, text),
            Text = text,
            Period = period,
            Sort = Sort(),
            Limit = Limit(),
        };
    }

    private List<T> Values<T>(string name) where T : struct, Enum =>
        [.. sentence.All(name).Select(hit => Enum.Parse<T>(hit.Value, true)).Distinct()];

    /// <summary>Those said; "without the cold ones" leaves the others.</summary>
    private List<Temperature> Temperatures()
    {
        bool Excluded(Hit hit) => sentence.Before(sentence.Before(hit.Start, Classes.Article)?.Start ?? hit.Start, "exclude") is not null;
        var hits = sentence.All(Classes.Temperature).ToLookup(Excluded, hit => Enum.Parse<Temperature>(hit.Value, true));
        return [.. (hits[false].Any() || !hits[true].Any() ? hits[false] : Enum.GetValues<Temperature>().Reverse().Except(hits[true])).Distinct()];
    }

    private static bool IsIn(string? text, NameRun run) => text?.Contains(run.Name, StringComparison.OrdinalIgnoreCase) == true;

    private (string? Owner, NameRun? Run) Owner()
    {
        if (sentence.Has(Classes.Nobody))
            return (LeadFilter.Nobody, null);
        if (names.FirstOrDefault(run => sentence.Is(run.End, Classes.Possessive)) is { } possessor)
            return (possessor.Name, possessor);
        if (names.FirstOrDefault(run => sentence.Before(Start(run), Classes.OwnedBy) is not null) is { } owner)
            return (owner.Name, owner);
        if (sentence.Has(Classes.Mine))
            return (LeadFilter.Me, null);
        return names.FirstOrDefault(run => run.Certain) is { } person ? (person.Name, person) : (null, null);
    }

    private int Start(NameRun run) => sentence.Before(run.Start, Classes.Article)?.Start ?? run.Start;

    private string? Source(string? text)
    {
        if (sentence.First(Classes.Source) is { } known)
            return known.Value;
        return names.FirstOrDefault(run => !run.Certain && !IsIn(text, run) && (sentence.Before(run.Start, Classes.Via) ?? sentence.Before(run.Start, Classes.SourceNoun)) is not null)?.Name;
    }

    private string? Place(NameRun? owner, string? text)
    {
        if (sentence.First(Classes.Place) is { } known)
            return Folding.Capitalise(sentence.Written(known.Start, known.End));
        return names.FirstOrDefault(run => run != owner && !run.Certain && !IsIn(text, run) && sentence.Before(run.Start, Classes.PlaceIn) is not null)?.Name;
    }

    /// <summary>"The last five" are the most recent ones.</summary>
    private LeadSort? Sort() => sentence.First(Classes.Sort) is { } sort ? Enum.Parse<LeadSort>(sort.Value, true)
        : sentence.All("recent_count").Any(hit => sentence.Digits(hit.End) is not null && !Inside(hit.End)) ? LeadSort.Recent
        : null;

    /// <summary>A number that is nothing else: top 5, los 10, dame 20.</summary>
    private int? Limit()
    {
        for (var i = 0; i < sentence.Count; i++)
            if ((sentence.Digits(i) ?? (sentence.Before(i, Classes.LimitBefore) is not null || sentence.Is(i + 1, Classes.Plural) ? sentence.Integer(i) : null)) is { } count and > 0 and <= 1000 && !Inside(i)
                && !(count == 1 && sentence.Is(i, "one_article") && !sentence.Is(i + 1, Classes.LeadNoun) && !sentence.Is(i + 1, Classes.Plural))
                && !(i + 1 < sentence.Count && sentence[i + 1] is { Glued: true, Kind: TokenKind.Word }))
                return count;
        return null;
    }

    private bool Inside(int i) => sentence.All("period").Concat(sentence.All("money")).Concat(sentence.All("time")).Any(hit => i >= hit.Start && i < hit.End);
}
