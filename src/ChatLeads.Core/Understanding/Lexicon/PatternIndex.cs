namespace ChatLeads.Core.Understanding;

/// <summary>A place where a cue of the lexicon was found. <paramref name="End"/> is the token after it.</summary>
internal readonly record struct Cue(string Section, int Start, int End, Pattern Pattern)
{
    public string Language => Pattern.Language;
    public int Length => End - Start;
}

/// <summary>All patterns, found by the word that they begin with.</summary>
internal sealed class PatternIndex(Phrases numbers)
{
    private const int ShortestStem = 2;

    /// <summary>Beyond this the rest of a message is not read: a chat message has some tens, only noise has thousands.</summary>
    private const int MostCues = 600;

    private readonly Dictionary<string, Shelf> byWord = [];
    private readonly Dictionary<string, Shelf> byStem = [];
    private readonly Shelf byNumber = new();
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
        byNumber.Add(pattern);
    }

    /// <summary>All cues in the message, in order of their start.</summary>
    public List<Cue> Find(Token[] tokens)
    {
        var found = new List<Cue>(tokens.Length);
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < tokens.Length && found.Count < MostCues; at++)
        {
            var norm = tokens[at].Norm;
            if (byWord.TryGetValue(norm, out var shelf))
                Try(shelf, tokens, at, found);
            for (var length = ShortestStem; tokens[at].IsWord && length <= norm.Length; length++)
            {
                if (stems.TryGetValue(norm.AsSpan(0, length), out shelf))
                    Try(shelf, tokens, at, found);
            }
            if (tokens[at].IsNumber || numbers.Contains(tokens[at]))
                Try(byNumber, tokens, at, found);
        }
        return found;
    }

    private void Try(Shelf shelf, Token[] tokens, int at, List<Cue> found)
    {
        var (seconds, next) = (shelf.Seconds, Step.MarkAt(tokens, at + 1));
        for (var i = 0; i < seconds.Length; i++)
        {
            if ((seconds[i] & next) == 0)
                continue;
            var pattern = shelf[i];
            var end = Step.Match(pattern.First, tokens, at, numbers);
            if (end > at)
                found.Add(new Cue(pattern.Section, at, end, pattern));
        }
    }

    private void Put(Dictionary<string, Shelf> index, string key, Pattern pattern)
    {
        filed++;
        if (!index.TryGetValue(key, out var shelf))
            index[key] = shelf = new Shelf();
        shelf.Add(pattern);
    }

    /// <summary>The patterns that begin with one word.</summary>
    private sealed class Shelf
    {
        private readonly List<Pattern> patterns = [];
        private ulong[]? seconds;

        public Pattern this[int index] => patterns[index];

        /// <summary>See <see cref="Pattern.Second"/>: side by side, as most patterns are left out by it alone.</summary>
        public ulong[] Seconds => seconds ??= [.. patterns.Select(pattern => pattern.Second)];

        public void Add(Pattern pattern)
        {
            // One pattern is added whole before the next, so that its own doubles stand last.
            if (patterns.Count == 0 || !ReferenceEquals(patterns[^1], pattern))
                patterns.Add(pattern);
        }
    }
}
