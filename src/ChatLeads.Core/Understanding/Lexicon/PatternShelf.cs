namespace ChatLeads.Core.Understanding;

/// <summary>The patterns that begin with one word; without a word, with any of a stem or a number.</summary>
internal sealed class PatternShelf(string? word)
{
    private readonly List<Pattern> patterns = [];
    private ulong[]? seconds;

    /// <summary>The marks of what may stand second in each, side by side, as most patterns are left out by them alone.</summary>
    private ulong[] Seconds => seconds ??= [.. patterns.Select(pattern => pattern.First.Second(word))];

    public void Add(Pattern pattern)
    {
        // One pattern is added whole before the next, so that its own doubles stand last.
        if (patterns.Count == 0 || !ReferenceEquals(patterns[^1], pattern))
            patterns.Add(pattern);
    }

    /// <summary>Adds the cues that begin at a token with the shelf's word.</summary>
    public void Find(Token[] tokens, int at, List<Cue> found)
    {
        var (seconds, next) = (Seconds, Marks.At(tokens, at + 1));
        for (var i = 0; i < seconds.Length; i++)
        {
            if ((seconds[i] & next) == 0)
                continue;
            var end = Step.Match(patterns[i].First, tokens, at);
            if (end > at)
                found.Add(new Cue(patterns[i].Section, at, end, patterns[i]));
        }
    }
}
