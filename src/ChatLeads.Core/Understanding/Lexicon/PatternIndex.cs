namespace ChatLeads.Core.Understanding;

/// <summary>A place where a cue of the lexicon was found. <paramref name="End"/> is the token after it.</summary>
internal readonly record struct Cue(int Start, int End, Pattern Pattern)
{
    public string Section => Pattern.Section;
    public string Language => Pattern.Language;
    public int Length => End - Start;
}

/// <summary>All patterns, found by the word that they begin with.</summary>
internal sealed class PatternIndex
{
    private const int ShortestStem = 2;

    /// <summary>Beyond this the rest of a message is not read: a chat message has some tens, only noise has thousands.</summary>
    private const int MostCues = 600;

    private readonly Dictionary<string, PatternShelf> byWord = [];
    private readonly Dictionary<string, PatternShelf> byStem = [];
    private readonly PatternShelf byNumber = new(null);
    private int filed;

    /// <summary>False when the pattern begins with nothing that it could be found by.</summary>
    public bool Add(Pattern pattern)
    {
        var before = filed;
        pattern.Root.AddFirst(this, pattern);
        return filed > before;
    }

    public void AddWord(string word, Pattern pattern) => Put(byWord, word, word, pattern);

    public void AddStem(string stem, Pattern pattern) => Put(byStem, stem, null, pattern);

    public void AddNumber(Pattern pattern)
    {
        filed++;
        byNumber.Add(pattern);
    }

    /// <summary>All cues in the message, in order of their start.</summary>
    public List<Cue> Find(Token[] tokens)
    {
        var found = new List<Cue>(tokens.Length + 4);
        for (var at = 0; at < tokens.Length && found.Count < MostCues; at++)
        {
            if (tokens[at].IsWord)
            {
                foreach (var shelf in tokens[at].Word.Shelves ??= ShelvesOf(tokens[at].Norm))
                    shelf.Find(tokens, at, found);
            }
            else if (byWord.TryGetValue(tokens[at].Norm, out var shelf))
                shelf.Find(tokens, at, found);
            if ((tokens[at].Mark & Marks.Number) != 0)
                byNumber.Find(tokens, at, found);
        }
        return found;
    }

    /// <summary>That of the word, then those of its beginnings.</summary>
    private PatternShelf[] ShelvesOf(string word)
    {
        var shelves = new List<PatternShelf>();
        if (byWord.TryGetValue(word, out var own))
            shelves.Add(own);
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestStem; length <= word.Length; length++)
        {
            if (stems.TryGetValue(word.AsSpan(0, length), out var shelf))
                shelves.Add(shelf);
        }
        return [.. shelves];
    }

    private void Put(Dictionary<string, PatternShelf> index, string key, string? word, Pattern pattern)
    {
        filed++;
        if (!index.TryGetValue(key, out var shelf))
            index[key] = shelf = new PatternShelf(word);
        shelf.Add(pattern);
    }
}
