namespace ChatLeads.Core.Understanding;

/// <summary>All words that the reader knows, from <c>dialogs/understanding/</c>. Immutable once loaded.</summary>
internal sealed class Lexicon
{
    private const int FewestForLanguage = 3;

    private readonly Dictionary<string, string> known;
    private readonly Spelling spelling;
    private readonly Dictionary<string, Phrases> phrases;
    private readonly Dictionary<string, HashSet<string>> vocabularies;

    public Lexicon(LexiconBuilder built)
    {
        (known, spelling, phrases, vocabularies) = (built.Known, built.Spelling, built.Phrases, built.Vocabularies);
        Patterns = built.Patterns;
        Domains = built.DomainSet;
        Numbers = this["number"];
        Contrast = this["contrast"];
        Abbreviations = this["abbreviation"];
        Answers = [.. vocabularies.Keys.Where(folder => folder != LexiconBuilder.OtherFolder)];
        Learned = new Learned(this, built.Examples);
    }

    public PatternIndex Patterns { get; }
    public Phrases Numbers { get; }
    public Learned Learned { get; }

    /// <summary>Words before which a new clause begins, such as "but".</summary>
    public Phrases Contrast { get; }

    /// <summary>Words written short, with a dot that ends no sentence.</summary>
    public Phrases Abbreviations { get; }

    /// <summary>Top-level domains.</summary>
    public IReadOnlySet<string> Domains { get; }

    /// <summary>The words or pairs of a section; empty when no file has it.</summary>
    public Phrases this[string section] => phrases.TryGetValue(section, out var found) ? found : LexiconBuilder.Empty;

    /// <summary>The words of each language, by its folder; <c>other</c> holds those of languages that are not answered in.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Vocabularies => vocabularies;

    /// <summary>The languages that the bot answers in.</summary>
    public IReadOnlyList<string> Answers { get; }

    /// <summary>The language whose own words stand in a text, where those of no other do; null where that is not plain.</summary>
    public string? LanguageOf(Token[] tokens)
    {
        (string? Language, int Words) best = (null, 0);
        foreach (var language in Answers)
        {
            var words = 0;
            for (var at = 0; at < Math.Min(tokens.Length, FewestForLanguage * 20); at++)
                words += tokens[at].IsWord && IsOnly(language, tokens[at].Norm) ? 1 : 0;
            if (words > 0 && best.Words > 0)
                return null;
            best = words > 0 ? (language, words) : best;
        }
        return best.Words >= FewestForLanguage ? best.Language : null;
    }

    private bool IsOnly(string language, string norm)
    {
        foreach (var (other, vocabulary) in vocabularies)
        {
            if (vocabulary.Contains(norm) != (other == language) && other != LexiconBuilder.OtherFolder)
                return false;
        }
        return true;
    }

    /// <summary>An everyday word of a language, so hardly a name.</summary>
    public bool IsPlainWord(string norm)
    {
        foreach (var vocabulary in vocabularies.Values)
        {
            if (vocabulary.Contains(norm))
                return true;
        }
        return false;
    }

    public bool SplitsAfterHyphen(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end]))
            end++;
        return end is > 0 and < 12 && this["hyphen.split"].Contains(rest[..end].ToString());
    }

    public string Intern(ReadOnlySpan<char> text) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var same) ? same : text.ToString();

    /// <summary>A word as cues know it: without inner marks, letters held down let go, usual short forms and slips mended.</summary>
    public string Normalize(ReadOnlySpan<char> word)
    {
        const int longest = 48;
        if (word.Length > longest)
            return word.ToString();
        Span<char> plain = stackalloc char[longest];
        var length = 0;
        foreach (var c in word)
        {
            if (c is not ('\'' or '-' or '.'))
                plain[length++] = c;
        }
        plain = plain[..length];
        return Known(plain) ?? Shortened(plain, 1) ?? Shortened(plain, 2) ?? spelling.Mend(plain) ?? plain.ToString();
    }

    private string? Known(ReadOnlySpan<char> word) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var form) ? form : null;

    /// <summary>Runs of three and more of a letter cut to <paramref name="keep"/>: "holaaa" is "hola".</summary>
    private string? Shortened(ReadOnlySpan<char> word, int keep)
    {
        Span<char> shorter = stackalloc char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var run = word[i..].IndexOfAnyExcept(word[i]);
            run = run < 0 ? word.Length - i : run;
            for (var j = 0; j < (run >= 3 ? keep : run); j++)
                shorter[length++] = word[i];
            i += run;
        }
        return length == word.Length ? null : Known(shorter[..length]);
    }
}
