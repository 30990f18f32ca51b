namespace ChatLeads.Core.Understanding;

/// <summary>A cue of the lexicon, compiled. <see cref="Language"/> is the folder that it comes from.</summary>
internal sealed class Pattern(string section, string language, string source, PatternNode root)
{
    private Step? first;

    public string Section => section;
    public string Language => language;
    public string Source => source;
    public PatternNode Root => root;

    /// <summary>Built when a message first begins as the pattern does: of thousands, a conversation needs some hundreds.</summary>
    public Step First => first ??= root.Build(null)!;

    /// <summary>The marks of the words that may stand second: where the next word has none of them, the pattern need not be tried.</summary>
    public ulong Second => First.Second();
}

internal enum StepKind { Words, Number, Gap, Start, End, Branch }

/// <summary>
/// One step of a pattern and what follows it; null follows the last step. Gaps are bounded and patterns are short,
/// so that matching at a token takes bounded time.
/// </summary>
internal sealed class Step(StepKind kind, Step? next)
{
    private const int WidestGap = 3;

    private static readonly HashSet<string> NoWords = [];
    private static readonly List<string> NoStems = [];

    /// <summary>The mark of any word at all, and of the end of the text.</summary>
    private const ulong AnyMark = 1UL << 63;

    private ulong marks; // 0: not looked at yet
    private ulong[]? branchMarks;

    public StepKind Kind => kind;
    public Step? Next => next;
    /// <summary>The only word that a step takes; most take one.</summary>
    public string? Word { get; init; }
    public HashSet<string> Words { get; init; } = NoWords;
    public List<string> Stems { get; init; } = NoStems;
    public Step?[] Branches { get; init; } = [];

    /// <summary>One bit of 63 for a word, so that a set of words is quickly known not to hold it.</summary>
    public static ulong Bit(string word) => 1UL << (int)((uint)string.GetHashCode(word) % 63);

    /// <summary>A token's mark: its word's bit, and that of any word, which the marks of a step without a set of words have.</summary>
    public static ulong Mark(string word) => AnyMark | Bit(word);

    public static ulong MarkAt(Token[] tokens, int at) => at < tokens.Length ? tokens[at].Mark : AnyMark;

    /// <summary>The marks of what may follow the first token; all of them where it may be anything or nothing.</summary>
    public ulong Second() => kind switch
    {
        StepKind.Words or StepKind.Number => MarksOf(next),
        StepKind.Branch => Branches.Aggregate(0UL, (marks, branch) => marks | (branch?.Second() ?? 0)),
        StepKind.Start or StepKind.End => next?.Second() ?? 0,
        _ => ulong.MaxValue,
    };

    /// <summary>The marks of the words that may stand where the step begins.</summary>
    private ulong Marks => marks != 0 ? marks : marks = Look();

    private ulong Look() => kind switch
    {
        StepKind.Words when Stems.Count == 0 => Word is not null ? Bit(Word) : Words.Aggregate(0UL, (all, word) => all | Bit(word)),
        StepKind.Branch => BranchMarks.Aggregate(0UL, (all, branch) => all | branch),
        StepKind.Start => MarksOf(next),
        _ => ulong.MaxValue,
    };

    /// <summary>Side by side, as most branches are left out by their marks alone.</summary>
    private ulong[] BranchMarks => branchMarks ??= Array.ConvertAll(Branches, MarksOf);

    private static ulong MarksOf(Step? step) => step?.Marks ?? ulong.MaxValue;

    /// <summary>The index after the longest match of <paramref name="step"/> at <paramref name="at"/>, or -1.</summary>
    public static int Match(Step? step, Token[] tokens, int at, Phrases numbers)
    {
        if (step is null)
            return at;
        if ((step.Marks & MarkAt(tokens, at)) == 0)
            return -1;
        return step.Kind switch
        {
            StepKind.Words => at < tokens.Length && step.Takes(tokens[at].Norm) ? Match(step.Next, tokens, at + 1, numbers) : -1,
            StepKind.Number => at < tokens.Length && (tokens[at].IsNumber || numbers.Contains(tokens[at])) ? Match(step.Next, tokens, at + 1, numbers) : -1,
            StepKind.Start => at == 0 || tokens[at].Clause != tokens[at - 1].Clause ? Match(step.Next, tokens, at, numbers) : -1,
            StepKind.End => at == tokens.Length || IsBreak(tokens, at) ? Match(step.Next, tokens, at, numbers) : -1,
            StepKind.Gap => MatchGap(step, tokens, at, numbers),
            _ => MatchBranch(step, tokens, at, numbers),
        };
    }

    private bool Takes(string norm)
    {
        if (Word is not null)
            return Word == norm;
        if (Words.Contains(norm))
            return true;
        foreach (var stem in Stems)
        {
            if (norm.StartsWith(stem, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static int MatchGap(Step step, Token[] tokens, int at, Phrases numbers)
    {
        var best = -1;
        for (var skip = 0; skip <= WidestGap && at + skip <= tokens.Length; skip++)
        {
            best = Math.Max(best, Match(step.Next, tokens, at + skip, numbers));
            if (at + skip == tokens.Length || IsBreak(tokens, at + skip))
                break;
        }
        return best;
    }

    private static int MatchBranch(Step step, Token[] tokens, int at, Phrases numbers)
    {
        var best = -1;
        var (marks, mark) = (step.BranchMarks, MarkAt(tokens, at));
        for (var i = 0; i < marks.Length; i++)
        {
            if ((marks[i] & mark) != 0)
                best = Math.Max(best, Match(step.Branches[i], tokens, at, numbers));
        }
        return best;
    }

    private static bool IsBreak(Token[] tokens, int at) =>
        tokens[at].Kind == TokenKind.Mark && tokens[at].Norm is not ("-" or "/" or "€" or "$" or "£" or "%" or "&" or "+")
        || at > 0 && tokens[at].Clause != tokens[at - 1].Clause;
}
