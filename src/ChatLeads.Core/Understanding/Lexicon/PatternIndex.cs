namespace ChatLeads.Core.Understanding;

/// <summary>A place where a cue of the lexicon was found. <paramref name="End"/> is the token after it.</summary>
internal readonly record struct Cue(string Section, string Language, int Start, int End, Pattern Pattern)
{
    public int Length => End - Start;
}

/// <summary>All patterns, found by the word that they begin with.</summary>
internal sealed class PatternIndex(Phrases numbers)
{
    private const int ShortestStem = 2;

    /// <summary>Beyond this the rest of a message is not read: a chat message has some tens, only noise has thousands.</summary>
    private const int MostCues = 600;

    private readonly Dictionary<string, List<Pattern>> byWord = [];
    private readonly Dictionary<string, List<Pattern>> byStem = [];
    private readonly List<Pattern> byNumber = [];
    private int filed;

    /// <summary>False when the pattern begins with nothing that it could be found by.</summary>
    public bool Add(Pattern pattern)
    {
        var before = filed;
        pattern.Root.AddFirst(this, pattern);
        return filed > before;
    }

    public void AddWord(string word, Pattern pattern) => Put(byWord, word, pattern);

    public void AddStem(string stem, Pattern pattern) => Put(byStem, stem, pattern);

    public void AddNumber(Pattern pattern)
    {
        filed++;
        if (byNumber.Count == 0 || !ReferenceEquals(byNumber[^1], pattern))
            byNumber.Add(pattern);
    }

    /// <summary>All cues in the message, in order of their start.</summary>
    public List<Cue> Find(Token[] tokens)
    {
        var found = new List<Cue>();
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < tokens.Length && found.Count < MostCues; at++)
        {
            var norm = tokens[at].Norm;
            if (byWord.TryGetValue(norm, out var patterns))
                Try(patterns, tokens, at, found);
            for (var length = ShortestStem; tokens[at].IsWord && length <= norm.Length; length++)
            {
                if (stems.TryGetValue(norm.AsSpan(0, length), out patterns))
                    Try(patterns, tokens, at, found);
            }
            if (tokens[at].IsNumber || numbers.Contains(tokens[at]))
                Try(byNumber, tokens, at, found);
        }
        return found;
    }

    private void Try(List<Pattern> patterns, Token[] tokens, int at, List<Cue> found)
    {
        var next = at + 1 < tokens.Length ? tokens[at + 1].Mark : 0;
        foreach (var pattern in patterns)
        {
            if (pattern.Second != ulong.MaxValue && (pattern.Second & next) == 0)
                continue;
            var end = Step.Match(pattern.First, tokens, at, numbers);
            if (end > at)
                found.Add(new Cue(pattern.Section, pattern.Language, at, end, pattern));
        }
    }

    private void Put(Dictionary<string, List<Pattern>> index, string key, Pattern pattern)
    {
        filed++;
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        // One pattern is added whole before the next, so that its own doubles stand last.
        if (list.Count == 0 || !ReferenceEquals(list[^1], pattern))
            list.Add(pattern);
    }
}
