namespace ChatLeads.Core.Desk.Parsing;

/// <param name="Certain">It begins with a known first name or with a word of a lead shown; else it is only words that the lexicon lacks.</param>
internal sealed record NameRun(int Start, int End, string Name, bool Certain);

/// <summary>Names of people and firms in a sentence, without trusting capitals.</summary>
internal static class Names
{
    private const int MaxWords = 4;

    public static IReadOnlyList<NameRun> In(Sentence sentence, IReadOnlySet<string> shown)
    {
        var runs = new List<NameRun>();
        for (var i = 0; i < sentence.Count; i++)
        {
            var certain = Certain(sentence, i, shown);
            if ((!certain && !Free(sentence, i)) || InPlace(sentence, i))
                continue;
            var end = End(sentence, i, certain, shown);
            runs.Add(new NameRun(i, end, Folding.Capitalise(sentence.Written(i, end)), certain));
            i = end - 1;
        }
        return runs;
    }

    /// <summary>A place's own words, after its first: nobody is meant by the Diego of San Diego.</summary>
    private static bool InPlace(Sentence sentence, int i) => sentence.All(Classes.Place).Any(place => i > place.Start && i < place.End);

    private static int End(Sentence sentence, int start, bool certain, IReadOnlySet<string> shown)
    {
        var end = start + 1;
        while (end < sentence.Count && end - start < MaxWords)
        {
            // "has written laura gil": an unknown word does not swallow a first name with its surname.
            if (!certain && Certain(sentence, end, shown) && end + 1 < sentence.Count && Belongs(sentence, end + 1, shown))
                break;
            if (Belongs(sentence, end, shown) && sentence[end].Word is not "'s" || certain && IsSurname(sentence, start, end))
                end++;
            else if (certain && Particle(sentence, end) is > 0 and var next)
                end = next + 1;
            else
                break;
        }
        return end;
    }

    /// <summary>The surname after "de la", unless it is a place or a source.</summary>
    private static int Particle(Sentence sentence, int i) =>
        sentence.At(i, "particle") is { } particle && particle.End < sentence.Count && Free(sentence, particle.End) ? particle.End : 0;

    /// <summary>
    /// A known word right after a first name: one that is a surname too ("hector luna"), or a word of another language than the
    /// sentence's, as the Spanish "lee" of "next step for grace lee". A word that says something of a lead is none.
    /// </summary>
    private static bool IsSurname(Sentence sentence, int start, int i) =>
        i == start + 1 && sentence[i] is { Kind: TokenKind.Word, Known: true, Word.Length: > 2, Mended: false } token && !sentence.Taken(i)
        && (sentence.Is(i, Classes.Surname)
            || sentence.Lexicon.OnlyLanguage(token.Word) is { } language && sentence.LanguageWithout(i) is { } own && own != language && !sentence.HasMeaning(i));

    private static bool Belongs(Sentence sentence, int i, IReadOnlySet<string> shown) =>
        Free(sentence, i) || sentence[i].Kind == TokenKind.Word && !sentence.Taken(i) && (shown.Contains(sentence[i].Folded) || sentence.Is(i, Classes.Name) && !sentence[i].Known);

    private static bool Free(Sentence sentence, int i) =>
        sentence[i] is { Kind: TokenKind.Word, Known: false, Word.Length: > 1 } token && !sentence.Taken(i) && char.IsLetter(token.Word[0])
        && !sentence.Is(i, Classes.Place) && !sentence.Is(i, Classes.Source);

    private static bool Certain(Sentence sentence, int i, IReadOnlySet<string> shown)
    {
        var token = sentence[i];
        if (token.Kind != TokenKind.Word || sentence.Taken(i))
            return false;
        if (!sentence.Is(i, Classes.Name) && !shown.Contains(token.Folded))
            return false;
        // A name that is also a word of the desk ("mark") is a verb at the beginning, and else needs a surname or a preposition.
        return !token.Known || shown.Contains(token.Folded) || sentence.SkipNoise(0) != i && (i + 1 < sentence.Count && (Free(sentence, i + 1) || shown.Contains(sentence[i + 1].Folded)) || sentence.Before(i, Classes.Destination) is not null && i == sentence.Count - 1);
    }
}
