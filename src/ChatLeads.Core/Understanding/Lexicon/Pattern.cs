namespace ChatLeads.Core.Understanding;

/// <summary>A cue of the lexicon, compiled. <see cref="Language"/> is the folder that it comes from.</summary>
internal sealed class Pattern(string section, string language, string source, PatternNode root)
{
    private Step? first;

    public string Section => section;
    public string Language => language;
    public string Source => source;
    public PatternNode Root => root;

    /// <summary>Whether it takes words that it does not name.</summary>
    public bool HasGap { get; } = source.Contains("..", StringComparison.Ordinal);

    /// <summary>Built when a message first begins as the pattern does: of thousands, a conversation needs some hundreds.</summary>
    public Step First => first ??= root.Build(null)!;
}

internal enum StepKind { Words, Number, Gap, Start, End, Branch }

/// <summary>
/// One step of a pattern and what follows it; null follows the last step. Gaps are bounded and patterns are short,
/// so that matching at a token takes bounded time.
/// </summary>
internal sealed class Step(StepKind kind, Step? next)
{
    private const int WidestGap = 3;

    private ulong mark; // 0: not looked at yet
    private ulong[]? branchMarks;

    private readonly Step? next = next;

    public StepKind Kind => kind;
    public WordsNode? Words { get; init; }
    public Step?[] Branches { get; init; } = [];

    /// <summary>The marks of what may stand after the first token.</summary>
    public ulong Second() => kind switch
    {
        StepKind.Words or StepKind.Number => MarkOf(next),
        StepKind.Branch => Branches.Aggregate(0UL, (marks, branch) => marks | (branch?.Second() ?? 0)),
        StepKind.Start or StepKind.End => next?.Second() ?? 0,
        _ => Marks.Any,
    };

    /// <summary>The ways that begin with a word: the marks of what may stand second, and the steps that are left; taken is 0 where the word is still to be matched.</summary>
    public IEnumerable<(ulong Second, Step? Left, int Taken)> After(string word) => kind switch
    {
        StepKind.Words => Words!.Takes(word) ? [(MarkOf(next), next, 1)] : [],
        StepKind.Branch => Branches.OfType<Step>().SelectMany(branch => branch.After(word)),
        _ => [(Second(), this, 0)],
    };

    /// <summary>The marks of what may stand where the step begins.</summary>
    private ulong Mark => mark != 0 ? mark : mark = Look();

    private ulong Look() => kind switch
    {
        StepKind.Words => Words!.Mark,
        StepKind.Number => Marks.Number,
        StepKind.Branch => BranchMarks.Aggregate(0UL, (all, branch) => all | branch),
        StepKind.Start => MarkOf(next),
        StepKind.End => Marks.Break,
        _ => Marks.Any,
    };

    /// <summary>Side by side, as most branches are left out by their marks alone.</summary>
    private ulong[] BranchMarks => branchMarks ??= Array.ConvertAll(Branches, MarkOf);

    private static ulong MarkOf(Step? step) => step?.Mark ?? Marks.Any;

    /// <summary>The index after the longest match of <paramref name="step"/> at <paramref name="at"/>, or -1.</summary>
    public static int Match(Step? step, Token[] tokens, int at)
    {
        if (step is null)
            return at;
        if ((step.Mark & Marks.At(tokens, at)) == 0)
            return -1;
        return step.Kind switch
        {
            // The end of the text has no mark of a word or a number.
            StepKind.Words => step.Words!.Takes(tokens[at].Norm) ? Match(step.next, tokens, at + 1) : -1,
            StepKind.Number => Match(step.next, tokens, at + 1),
            StepKind.Start => at == 0 || at < tokens.Length && tokens[at].Clause != tokens[at - 1].Clause ? Match(step.next, tokens, at) : -1,
            StepKind.End => Match(step.next, tokens, at),
            StepKind.Gap => MatchGap(step, tokens, at),
            _ => MatchBranch(step, tokens, at),
        };
    }

    private static int MatchGap(Step step, Token[] tokens, int at)
    {
        var best = -1;
        for (var skip = 0; skip <= WidestGap && at + skip <= tokens.Length; skip++)
        {
            best = Math.Max(best, Match(step.next, tokens, at + skip));
            if ((Marks.At(tokens, at + skip) & Marks.Break) != 0)
                break;
        }
        return best;
    }

    private static int MatchBranch(Step step, Token[] tokens, int at)
    {
        var best = -1;
        var (marks, mark) = (step.BranchMarks, Marks.At(tokens, at));
        for (var i = 0; i < marks.Length; i++)
        {
            if ((marks[i] & mark) != 0)
                best = Math.Max(best, Match(step.Branches[i], tokens, at));
        }
        return best;
    }
}
