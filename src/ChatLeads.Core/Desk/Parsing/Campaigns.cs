namespace ChatLeads.Core.Desk.Parsing;

/// <summary>The name of a campaign, which may hold words of any kind ("Black Friday"): found first, and taken.</summary>
internal static class Campaigns
{
    private const int MaxWords = 5;
    private static readonly string[] Stops =
    [
        Classes.Of, Classes.From, Classes.PlaceIn, Classes.Since, Classes.This, Classes.Last, Classes.LastAfter, Classes.Versus, Classes.By, Classes.Temperature, Classes.Stage,
        Classes.Mine, Classes.Nobody, Classes.OwnedBy, Classes.Day, Classes.Month, Classes.Sort, Classes.LeadNoun, Classes.And, Classes.Quarter, Classes.Article, Classes.Possessive,
        "rolling", Classes.Source, Classes.Between, Classes.ToDate, Classes.Via, Classes.CampaignNoun, "plain",
    ];

    public static string? Take(Sentence sentence)
    {
        foreach (var noun in sentence.All(Classes.CampaignNoun))
        {
            if (sentence.Before(noun.Start, Classes.By) is not null)
                continue;
            var start = sentence.SkipAll(noun.End, "named", Classes.Article);
            if (start < sentence.Count && sentence[start].Word == ":")
                start++;
            var end = Forward(sentence, start);
            if (end == start)
                (start, end) = (Backward(sentence, noun.Start), noun.Start);
            if (end == start)
                continue;
            var name = sentence[start].Kind == TokenKind.Quote ? sentence[start].Word : Name(sentence.Written(start, end));
            sentence.Take(start, end);
            return name;
        }
        return null;
    }

    /// <summary>An id with hyphens or underscores stays as written.</summary>
    private static string Name(string written) => written.AsSpan().ContainsAny("-_") ? written : Folding.Capitalise(written);

    private static int Forward(Sentence sentence, int start)
    {
        if (start < sentence.Count && sentence[start].Kind == TokenKind.Quote)
            return start + 1;
        var end = start;
        while (end < sentence.Count && end - start < MaxWords && Fits(sentence, end))
            end++;
        return end;
    }

    private static int Backward(Sentence sentence, int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxWords && Fits(sentence, start - 1) && sentence[start - 1].Kind != TokenKind.Number)
            start--;
        return start;
    }

    private static bool Fits(Sentence sentence, int i) =>
        sentence[i].Kind is not TokenKind.Quote && (sentence[i].Kind != TokenKind.Symbol || sentence[i] is { Glued: true, Word: "_" or "-" or "&" } && i + 1 < sentence.Count && sentence[i + 1].Glued)
        && (IsOfAnId(sentence, i) || !Stops.Any(stop => sentence.Is(i, stop)));

    /// <summary>The "google" of google-clinicas.</summary>
    private static bool IsOfAnId(Sentence sentence, int i) =>
        i + 1 < sentence.Count && sentence[i + 1] is { Glued: true, Word: "_" or "-" } || sentence[i].Glued && i > 0 && sentence[i - 1].Word is "_" or "-";
}
