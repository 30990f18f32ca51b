namespace ChatLeads.Core.Desk.Parsing;

/// <summary>The name of a campaign, which may hold words of any kind ("Black Friday"): found first, and taken.</summary>
internal static class Campaigns
{
    private const int MaxWords = 5;

    /// <summary>Words that end a name, but may stand in one that is written with capitals: "Hot Summer", "Day of the Dead".</summary>
    private static readonly string[] Weak = [Classes.Temperature, Classes.Stage, Classes.Sort];

    private static readonly string[] Stops =
    [
        Classes.Of, Classes.From, Classes.PlaceIn, Classes.Since, Classes.This, Classes.Last, Classes.LastAfter, Classes.Versus, Classes.By,
        Classes.Mine, Classes.Nobody, Classes.OwnedBy, Classes.Day, Classes.Month, Classes.LeadNoun, Classes.And, Classes.Quarter, Classes.Article, Classes.Possessive,
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
            var name = sentence[start].Kind == TokenKind.Quote ? sentence[start].Word : Name(sentence, start, end);
            sentence.Take(start, end);
            return name;
        }
        return null;
    }

    /// <summary>An id with hyphens or underscores stays as written, and so do small words inside: "Vuelta al Cole".</summary>
    private static string Name(Sentence sentence, int start, int end)
    {
        var written = sentence.Written(start, end);
        if (written.AsSpan().ContainsAny("-_"))
            return written;
        var small = Enumerable.Range(start + 1, Math.Max(0, end - start - 2)).Where(i => sentence.Is(i, Classes.SmallWord) || sentence.Within(i, Classes.SmallWord)).ToHashSet();
        var name = Folding.Capitalise(written).ToCharArray();
        foreach (var at in small.Select(i => sentence[i].Start - sentence[start].Start))
            name[at] = written[at];
        return new string(name);
    }

    private static int Forward(Sentence sentence, int start)
    {
        if (start < sentence.Count && sentence[start].Kind == TokenKind.Quote)
            return start + 1;
        var end = start;
        while (end < sentence.Count && end - start < MaxWords)
            if (Fits(sentence, end))
                end++;
            else if (end > start && sentence.At(end, Classes.SmallWord) is { } small && Links(sentence, end - 1, small))
                end = small.End + 1;
            else
                break;
        return end;
    }

    private static int Backward(Sentence sentence, int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxWords)
            if (Fits(sentence, start - 1) && sentence[start - 1].Kind != TokenKind.Number)
                start--;
            else if (start < end && sentence.Before(start, Classes.SmallWord) is { Start: > 1 } small && sentence.IsProper(small.Start - 1) && Links(sentence, small.Start - 1, small))
                start = small.Start - 1;
            else
                break;
        return start;
    }

    /// <summary>Whether a small word between two others is part of the name, and not what leads to an owner, a place or a period.</summary>
    private static bool Links(Sentence sentence, int before, Hit small)
    {
        var next = small.End;
        if (next >= sentence.Count || sentence[next].Kind != TokenKind.Word || sentence.Is(next, Classes.Place) || sentence.Is(next, Classes.Source) || sentence.Is(small.Start, Classes.ToDate))
            return false;
        if (sentence.Is(next, Classes.Name))
            return small.Value == "tight";
        var proper = char.IsUpper(sentence.Text[sentence[before].Start]) && sentence.IsProper(next);
        return sentence.Is(next, Classes.Month) ? proper && small.Value == "dated"
            : Fits(sentence, next) && !sentence.Is(next, Classes.Unit) && (proper || small.Value == "tight" || small.Value == "loose" && small.End - small.Start > 1);
    }

    private static bool Fits(Sentence sentence, int i) =>
        sentence[i].Kind is not TokenKind.Quote && (sentence[i].Kind != TokenKind.Symbol || sentence[i] is { Glued: true, Word: "_" or "-" or "&" } && i + 1 < sentence.Count && sentence[i + 1].Glued)
        && (IsOfAnId(sentence, i) || !Stops.Any(stop => sentence.Is(i, stop)) && (sentence.IsProper(i) || !Weak.Any(stop => sentence.Is(i, stop))));

    /// <summary>The "google" of google-clinicas.</summary>
    private static bool IsOfAnId(Sentence sentence, int i) =>
        i + 1 < sentence.Count && sentence[i + 1] is { Glued: true, Word: "_" or "-" } || sentence[i].Glued && i > 0 && sentence[i - 1].Word is "_" or "-";
}
