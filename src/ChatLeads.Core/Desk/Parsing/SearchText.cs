namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Free words to find: "piscina", busca piscina en…, leads that mention solar panels.</summary>
internal static class SearchText
{
    private static readonly string[] Stops =
    [
        Classes.PlaceIn, Classes.From, Classes.Of, Classes.Since, Classes.This, Classes.Last, Classes.Day, Classes.Month, Classes.LeadNoun, Classes.Temperature,
        Classes.Mine, Classes.Nobody, Classes.Sort, Classes.Source, Classes.CampaignNoun, Classes.OwnedBy, Classes.Place, "rolling", Classes.Possessive, Classes.About,
        "period",
    ];

    public static string? In(Sentence sentence)
    {
        if (sentence.First("quote") is { } quote && !sentence.Taken(quote.Start))
            return quote.Value;
        var cue = sentence.First(Classes.About) ?? sentence.First(Classes.Search);
        if (cue is null)
            return null;
        // "busca en mis leads los que mencionan X": the later cue says what.
        var start = sentence.SkipAll(cue.End, Classes.Article, Classes.Noise);
        var end = start;
        while (end < sentence.Count && sentence[end].Kind is not TokenKind.Symbol && !sentence.Taken(end) && !Stops.Any(stop => sentence.Is(end, stop)))
            end++;
        return end > start ? sentence.Written(start, end) : null;
    }
}
