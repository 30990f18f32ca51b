namespace ChatLeads.Core.Understanding;

/// <summary>
/// Reads the pattern language of the lexicon: words, <c>stem*</c>, <c>(one|an other)</c>, <c>[optional]</c>,
/// <c>..</c> up to three words, <c>#n</c> a number, <c>^</c> and <c>$</c> start and end of a clause, <c>{macro}</c>.
/// </summary>
internal sealed class PatternParser
{
    private const int DeepestMacro = 8;

    private readonly string source;
    private readonly MacroTable macros;
    private readonly int depth;
    private int at;

    private PatternParser(string source, MacroTable macros, int depth) => (this.source, this.macros, this.depth) = (source, macros, depth);

    /// <summary>The macros of a folder: their texts, and their parts once a pattern has used them.</summary>
    public sealed class MacroTable
    {
        public Dictionary<string, string> Texts { get; } = [];
        internal Dictionary<string, PatternNode> Parsed { get; } = [];

        /// <summary>Words as written to words as tokens have them, so that each is held once.</summary>
        internal Dictionary<string, string> Words { get; } = [];
    }

    /// <summary>The pattern's parts; a message instead when the text is no pattern.</summary>
    public static (PatternNode? Root, string? Error) Parse(string source, MacroTable macros)
    {
        try
        {
            return (new PatternParser(source, macros, 0).Whole(), null);
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    private PatternNode Whole()
    {
        var root = Alternatives(false);
        return at < source.Length ? throw new FormatException($"`{source[at]}` closes nothing.") : root;
    }

    private PatternNode Macro()
    {
        var close = source.IndexOf('}', at);
        var name = close < 0 ? "" : source[(at + 1)..close];
        if (!macros.Parsed.TryGetValue(name, out var known))
        {
            if (depth > DeepestMacro || !macros.Texts.TryGetValue(name, out var text))
                throw new FormatException($"The macro {{{name}}} is not known.");
            macros.Parsed[name] = known = new PatternParser(text, macros, depth + 1).Whole();
        }
        at = close + 1;
        return known;
    }

    private PatternNode Alternatives(bool isOptional)
    {
        var (words, others) = (new List<string>(), new List<PatternNode>());
        do
        {
            var (word, part) = Sequence();
            if (word is not null)
                words.Add(word);
            else
                others.Add(part!);
        }
        while (at < source.Length && source[at] == '|' && ++at > 0);
        // The single words among them make one branch: most alternatives are single words.
        if (words.Count > 0)
            others.Add(new WordsNode(words));
        return others.Count == 1 && !isOptional ? others[0] : new ChoiceNode(others, isOptional);
    }

    /// <summary>A single word, or a part.</summary>
    private (string? Word, PatternNode? Part) Sequence()
    {
        List<PatternNode>? parts = null;
        string? only = null;
        while (at < source.Length && source[at] is not ('|' or ')' or ']'))
        {
            if (source[at] == ' ')
            {
                at++;
                continue;
            }
            if (only is not null)
                (parts ??= []).Add(new WordsNode([only]));
            only = null;
            if (source[at] is '(' or '[')
                (parts ??= []).Add(Group());
            else if (source[at] == '{')
                (parts ??= []).Add(Macro());
            else if (Place() is { } place)
                (parts ??= []).Add(place);
            else
                only = Word();
        }
        if (only is null)
            return (null, parts is [var single] ? single : new SequenceNode(parts ?? []));
        if (parts is null)
            return (only, null);
        parts.Add(new WordsNode([only]));
        return (null, new SequenceNode(parts));
    }

    private PatternNode Group()
    {
        var isOptional = source[at++] == '[';
        var inner = Alternatives(isOptional);
        if (at >= source.Length || source[at] != (isOptional ? ']' : ')'))
            throw new FormatException("A bracket is not closed.");
        at++;
        return inner;
    }

    private PlaceNode? Place()
    {
        var (kind, length) = source.AsSpan(at) switch
        {
            ['.', '.', ..] => (StepKind.Gap, 2),
            ['#', 'n', ..] => (StepKind.Number, 2),
            ['^', ..] => (StepKind.Start, 1),
            ['$', ..] => (StepKind.End, 1),
            _ => (default, 0),
        };
        if (length == 0 || at + length < source.Length && source[at + length] is not (' ' or '|' or '(' or ')' or '[' or ']'))
            return null;
        at += length;
        return new PlaceNode(kind);
    }

    private string Word()
    {
        var start = at;
        while (at < source.Length && source[at] is not (' ' or '|' or '(' or ')' or '[' or ']' or '{'))
            at++;
        var text = source.AsSpan(start..at);
        var known = macros.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out var word))
            known[text] = word = Plain(text.ToString());
        return word;
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
