namespace ChatLeads.Core.Understanding;

/// <summary>The patterns that begin with one word; without a word, with any of a stem or a number.</summary>
internal sealed class PatternShelf(string? word)
{
    private readonly List<Pattern> patterns = [];
    private Ways? ways;

    public void Add(Pattern pattern)
    {
        // One pattern is added whole before the next, so that its own doubles stand last.
        if (patterns.Count == 0 || !ReferenceEquals(patterns[^1], pattern))
            patterns.Add(pattern);
    }

    /// <summary>Adds the cues that begin at a token with the shelf's word.</summary>
    public void Find(Token[] tokens, int at, List<Cue> found)
    {
        var (seconds, steps) = ways ??= Ways.Of(patterns, word);
        var (next, before) = (Marks.At(tokens, at + 1), found.Count);
        for (var i = 0; i < seconds.Length; i++)
        {
            if ((seconds[i] & next) == 0)
                continue;
            var (pattern, left, taken) = steps[i];
            var end = Step.Match(left, tokens, at + taken);
            if (end <= at)
                continue;
            // The longest way of a pattern counts.
            if (found.Count > before && ReferenceEquals(found[^1].Pattern, pattern))
                found[^1] = found[^1] with { End = Math.Max(found[^1].End, end) };
            else
                found.Add(new Cue(at, end, pattern));
        }
    }

    /// <summary>
    /// All ways on from the shelf's word: the marks of what may stand second, side by side as most ways are left out by
    /// them alone, and the steps that are left after the tokens that are taken.
    /// </summary>
    private sealed record Ways(ulong[] Seconds, (Pattern Pattern, Step? Left, int Taken)[] Steps)
    {
        public static Ways Of(List<Pattern> patterns, string? word)
        {
            var (seconds, steps) = (new List<ulong>(), new List<(Pattern, Step?, int)>());
            foreach (var pattern in patterns)
            {
                foreach (var (second, left, taken) in word is null ? [(pattern.First.Second(), pattern.First, 0)] : pattern.First.After(word))
                {
                    seconds.Add(second);
                    steps.Add((pattern, left, taken));
                }
            }
            return new Ways([.. seconds], [.. steps]);
        }
    }
}
