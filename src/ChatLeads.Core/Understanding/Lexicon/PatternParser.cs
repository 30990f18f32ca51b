namespace ChatLeads.Core.Understanding;

/// <summary>
/// Reads the pattern language of the lexicon: words, <c>stem*</c>, <c>(one|an other)</c>, <c>[optional]</c>,
/// <c>..</c> up to three words, <c>#n</c> a number, <c>^</c> and <c>$</c> start and end of a clause, <c>{macro}</c>.
/// </summary>
internal sealed class PatternParser(string source, PatternParser.Groups groups)
{
    private int at;

    /// <summary>Groups that were parsed before, by their text: a macro stands in hundreds of patterns.</summary>
    public sealed class Groups
    {
        private readonly Dictionary<string, Part> parsed = [];

        internal Part? Find(ReadOnlySpan<char> text) =>
            parsed.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var part) ? part : null;

        internal void Add(string text, Part part) => parsed[text] = part;
    }

    /// <summary>The first step; a message instead when the text is no pattern.</summary>
    public static (Step? First, string? Error) Parse(string source, IReadOnlyDictionary<string, string> macros, Groups groups)
    {
        try
        {
            var expanded = Expand(source, macros, 0);
            var parser = new PatternParser(expanded, groups);
            var (first, end) = (parser.Alternatives(), parser.at);
            if (end < expanded.Length)
                throw new FormatException($"`{expanded[end]}` closes nothing.");
            var step = first(null);
            return step is null or { Kind: StepKind.Gap } ? (null, "A pattern starts with a word.") : (step, null);
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    private static string Expand(string source, IReadOnlyDictionary<string, string> macros, int depth)
    {
        if (!source.Contains('{'))
            return source;
        for (var open = source.IndexOf('{'); open >= 0; open = source.IndexOf('{'))
        {
            var close = source.IndexOf('}', open);
            var name = close < 0 ? "" : source[(open + 1)..close];
            if (depth > 8 || !macros.TryGetValue(name, out var text))
                throw new FormatException($"The macro {{{name}}} is not known.");
            source = source[..open] + "(" + Expand(text, macros, depth + 1) + ")" + source[(close + 1)..];
        }
        return source;
    }

    /// <summary>A part of a pattern, waiting for what follows it.</summary>
    internal delegate Step? Part(Step? next);

    private Part Alternatives()
    {
        var parts = new List<List<(string? Word, Part Part)>> { Sequence() };
        while (at < source.Length && source[at] == '|')
        {
            at++;
            parts.Add(Sequence());
        }
        if (parts.Count == 1)
            return Chain(parts[0]);
        if (parts.TrueForAll(sequence => sequence is [{ Word: not null }]))
            return AnyOf(parts.Select(sequence => sequence[0].Word!));
        // The single words among them make one branch: most alternatives are single words.
        var chains = parts.Where(sequence => sequence is not [{ Word: not null }]).Select(Chain).ToList();
        if (chains.Count < parts.Count)
            chains.Add(AnyOf(parts.Where(sequence => sequence is [{ Word: not null }]).Select(sequence => sequence[0].Word!)));
        return next => new Step(StepKind.Branch, next) { Branches = chains.ConvertAll(chain => chain(next)) };
    }

    private static Part Chain(List<(string? Word, Part Part)> sequence) =>
        next => Enumerable.Reverse(sequence).Aggregate(next, (following, item) => item.Part(following));

    private static Part AnyOf(IEnumerable<string> words)
    {
        var (exact, stems) = (new HashSet<string>(), new List<string>());
        foreach (var word in words)
        {
            if (word.Length > 1 && word[^1] == '*')
                stems.Add(word[..^1]);
            else
                exact.Add(word);
        }
        return exact.Count == 1 && stems.Count == 0
            ? Only(exact.First())
            : next => new Step(StepKind.Words, next) { Words = exact, Stems = stems };
    }

    private static Part Only(string word) => next => new Step(StepKind.Words, next) { Word = word };

    private List<(string? Word, Part Part)> Sequence()
    {
        var parts = new List<(string?, Part)>();
        while (at < source.Length && source[at] is not ('|' or ')' or ']'))
        {
            if (source[at] == ' ')
                at++;
            else if (source[at] is '(' or '[')
                parts.Add((null, Group()));
            else
                parts.Add(Item());
        }
        return parts;
    }

    private Part Group()
    {
        var (open, close) = (at, Close(at));
        if (close > 0 && groups.Find(source.AsSpan(open..(close + 1))) is { } known)
        {
            at = close + 1;
            return known;
        }
        var optional = source[at++] == '[';
        var inner = Alternatives();
        if (at >= source.Length || source[at] != (optional ? ']' : ')'))
            throw new FormatException("A bracket is not closed.");
        at++;
        Part part = optional ? next => new Step(StepKind.Branch, next) { Branches = [inner(next), next] } : inner;
        groups.Add(source[open..at], part);
        return part;
    }

    /// <summary>Where the bracket that opens at <paramref name="open"/> closes; 0 where it does not.</summary>
    private int Close(int open)
    {
        var depth = 0;
        for (var i = open; i < source.Length; i++)
        {
            depth += source[i] is '(' or '[' ? 1 : source[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return 0;
    }

    private (string? Word, Part Part) Item()
    {
        var start = at;
        while (at < source.Length && source[at] is not (' ' or '|' or '(' or ')' or '[' or ']'))
            at++;
        var word = source[start..at];
        return word switch
        {
            ".." => (null, next => new Step(StepKind.Gap, next)),
            "#n" => (null, next => new Step(StepKind.Number, next)),
            "^" => (null, next => new Step(StepKind.Start, next)),
            "$" => (null, next => new Step(StepKind.End, next)),
            _ when word.Length > 1 && word[^1] == '*' => (Plain(word), AnyOf([Plain(word)])),
            _ => (Plain(word), Only(Plain(word))),
        };
    }

    /// <summary>As the tokenizer leaves words: folded, without apostrophes and hyphens.</summary>
    private static string Plain(string word)
    {
        if (!word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        var folded = FoldedText.Fold(word);
        return folded.Length == 1 ? folded : folded.Replace("'", "").Replace("-", "");
    }
}
