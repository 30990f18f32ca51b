namespace ChatLeads.Core.Desk.Parsing;

/// <summary>A phrase of a class found at tokens <paramref name="Start"/> to <paramref name="End"/> (excluded).</summary>
internal sealed record Hit(string Class, string Value, int Start, int End);

/// <summary>A sentence cut into tokens, with the phrases found in it. The parsers of slots add what they find.</summary>
internal sealed class Sentence
{
    private readonly IReadOnlyList<Token> tokens;
    private readonly List<Hit>[] hits;
    private readonly bool[] taken;

    public Sentence(string text, IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        (Text, this.tokens, Lexicon) = (text, tokens, lexicon);
        hits = new List<Hit>[tokens.Count];
        taken = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
            hits[i] = tokens[i].Kind == TokenKind.Quote ? [new Hit("quote", tokens[i].Word, i, i + 1)] : Find(i);
        // The "buenos" of "buenos días" is none of the good ones, nor is the "won" of "won't" a deal.
        for (var i = 0; i < tokens.Count; i++)
            if (Within(i, Classes.Noise))
                hits[i].RemoveAll(hit => hit.Class == Classes.Temperature);
            else
                hits[i].RemoveAll(hit => hit.Class == Classes.Stage && hit.End < tokens.Count && tokens[hit.End] is { Word: "'t", Glued: true });
    }

    /// <summary>The language whose own words it has the most of, without the token; null when that is none's.</summary>
    public string? LanguageWithout(int i) =>
        Lexicon.LanguageOf(tokens.Where((token, at) => at != i && token.Kind == TokenKind.Word).Select(token => token.Word));

    public string Text { get; }
    public Lexicon Lexicon { get; }
    public int Count => tokens.Count;
    public Token this[int i] => tokens[i];

    /// <summary>The longest phrase of the class that begins at a token.</summary>
    public Hit? At(int i, string name)
    {
        if (i < 0 || i >= tokens.Count)
            return null;
        Hit? longest = null;
        foreach (var hit in hits[i])
            if (hit.Class == name && (longest is null || hit.End > longest.End))
                longest = hit;
        return longest;
    }

    public bool Is(int i, string name) => At(i, name) is not null;

    /// <summary>The phrase of the class that ends right before a token.</summary>
    public Hit? Before(int i, string name)
    {
        for (var start = i - 1; start >= 0 && start >= i - 5; start--)
            foreach (var hit in hits[start])
                if (hit.Class == name && hit.End == i)
                    return hit;
        return null;
    }

    /// <summary>The token after a phrase of the class, or the same token when there is none.</summary>
    public int Skip(int i, string name) => At(i, name)?.End ?? i;

    public int SkipAll(int i, params ReadOnlySpan<string> names)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var name in names)
                if (At(i, name) is { } hit)
                    (i, moved) = (hit.End, true);
        }
        return i;
    }

    /// <summary>The token is the word, or the word grown together with an article ("del" is "de").</summary>
    public bool IsWord(int i, string word) => tokens[i].Word == word || Lexicon.Contractions.GetValueOrDefault(tokens[i].Word) == word;

    public bool IsProper(int i) => tokens[i].IsProper(Text);

    /// <summary>Whether the token is part of a longer phrase of the class.</summary>
    public bool Within(int i, string name)
    {
        for (var start = Math.Max(0, i - 5); start <= i; start++)
            foreach (var hit in hits[start])
                if (hit.Class == name && hit.End > i && hit.End - hit.Start > 1)
                    return true;
        return false;
    }

    /// <summary>All phrases of the class, left to right, none over another.</summary>
    public IEnumerable<Hit> All(string name)
    {
        for (var i = 0; i < Count; i++)
            if (At(i, name) is { } hit)
            {
                yield return hit;
                i = hit.End - 1;
            }
    }

    public Hit? First(string name) => All(name).FirstOrDefault();
    public bool Has(string name) => First(name) is not null;

    public void Add(string name, string value, int start, int end) => hits[start].Add(new Hit(name, value, start, end));

    /// <summary>The tokens belong to a free name or text: no other slot may read them.</summary>
    public void Take(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            taken[i] = true;
            hits[i].RemoveAll(hit => hit.Class is not "quote");
        }
    }

    /// <summary>A phrase stands here that is more than a name or a filler.</summary>
    public bool HasMeaning(int i) => hits[i].Any(hit => hit.Class is not (Classes.Name or Classes.Surname or "plain" or "not_a_name"));

    public bool Taken(int i) => taken[i];

    /// <summary>Articles, courtesy and punctuation, which a cue may skip.</summary>
    public bool IsNoise(int i) => tokens[i].Kind == TokenKind.Symbol && hits[i].Count == 0 || Is(i, Classes.Noise) || Within(i, Classes.Noise) || Is(i, Classes.Article);

    public int SkipNoise(int i)
    {
        while (i < Count && IsNoise(i))
            i++;
        return i;
    }

    /// <summary>The original text of the tokens.</summary>
    public string Written(int start, int end) => start < end ? Text[tokens[start].Start..tokens[end - 1].End] : "";

    /// <summary>A whole number in digits alone, up to a million; null for 1.200, 10:30 or a word.</summary>
    public int? Digits(int i) =>
        i >= 0 && i < Count && !taken[i] && tokens[i] is { Kind: TokenKind.Number, Word: { Length: <= 6 } digits } && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>A whole number in digits or as a word ("two").</summary>
    public int? Integer(int i) => Digits(i) ?? (At(i, Classes.Number) is { } word ? int.Parse(word.Value, System.Globalization.CultureInfo.InvariantCulture) : null);

    private List<Hit> Find(int i)
    {
        var found = new List<Hit>();
        foreach (var phrase in Lexicon.PhrasesFrom(tokens[i].Word))
        {
            var words = phrase.Words;
            var end = i + words.Count;
            if (end > tokens.Count)
                continue;
            var same = true;
            for (var k = 1; same && k < words.Count; k++)
                same = tokens[i + k].Word == words[k] && tokens[i + k].Kind != TokenKind.Quote;
            if (same)
                found.Add(new Hit(phrase.Class, phrase.Value, i, end));
        }
        return found;
    }
}
