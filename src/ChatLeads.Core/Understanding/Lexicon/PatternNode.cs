namespace ChatLeads.Core.Understanding;

/// <summary>A part of a pattern as it is written. What it takes to match is built when a message first needs it.</summary>
internal abstract class PatternNode
{
    /// <summary>The steps that match this part and then <paramref name="next"/>; null is the end.</summary>
    public abstract Step? Build(Step? next);

    /// <summary>Files the pattern under what this part may begin with. True where it may be empty, so that what follows may begin, too.</summary>
    public abstract bool AddFirst(PatternIndex index, Pattern pattern);

    /// <summary>Tells every word once, parts that <paramref name="seen"/> holds left out.</summary>
    public abstract void Learn(Action<string> word, HashSet<PatternNode> seen);
}

/// <summary>One of some words, or of words with some beginnings.</summary>
internal sealed class WordsNode : PatternNode
{
    private const int MostCompared = 4;

    private readonly string[] words;
    private readonly string[] stems = [];
    private HashSet<string>? set;
    private ulong mark; // 0: not looked at yet

    public WordsNode(IEnumerable<string> items)
    {
        words = [.. items];
        if (Array.Exists(words, IsStem))
            (stems, words) = ([.. words.Where(IsStem).Select(word => word[..^1])], [.. words.Where(word => !IsStem(word))]);
    }

    /// <summary>The marks of all its words and stems.</summary>
    public ulong Mark => mark != 0 ? mark : mark = words.Aggregate(0UL, (all, word) => all | Marks.OfWord(word)) | stems.Aggregate(0UL, (all, stem) => all | Marks.OfStem(stem));

    public bool Takes(string norm)
    {
        if (words.Length <= MostCompared ? Array.IndexOf(words, norm) >= 0 : (set ??= [.. words]).Contains(norm))
            return true;
        foreach (var stem in stems)
        {
            if (norm.StartsWith(stem, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool IsStem(string word) => word.Length > 1 && word[^1] == '*';

    public override Step? Build(Step? next) => new Step(StepKind.Words, next) { Words = this };

    public override bool AddFirst(PatternIndex index, Pattern pattern)
    {
        foreach (var word in words)
            index.AddWord(word, pattern);
        foreach (var stem in stems)
            index.AddStem(stem, pattern);
        return false;
    }

    public override void Learn(Action<string> word, HashSet<PatternNode> seen)
    {
        if (!seen.Add(this))
            return;
        foreach (var one in words)
            word(one);
    }
}

/// <summary>A number, a gap, or the start or end of a clause.</summary>
internal sealed class PlaceNode(StepKind kind) : PatternNode
{
    public override Step? Build(Step? next) => new Step(kind, next);

    public override bool AddFirst(PatternIndex index, Pattern pattern)
    {
        if (kind == StepKind.Number)
            index.AddNumber(pattern);
        return kind is StepKind.Start or StepKind.End;
    }

    public override void Learn(Action<string> word, HashSet<PatternNode> seen) { }
}

/// <summary>Parts one after the other.</summary>
internal sealed class SequenceNode(List<PatternNode> parts) : PatternNode
{
    public override Step? Build(Step? next)
    {
        for (var i = parts.Count - 1; i >= 0; i--)
            next = parts[i].Build(next);
        return next;
    }

    public override bool AddFirst(PatternIndex index, Pattern pattern) => parts.TrueForAll(part => part.AddFirst(index, pattern));

    public override void Learn(Action<string> word, HashSet<PatternNode> seen)
    {
        if (seen.Add(this))
            parts.ForEach(part => part.Learn(word, seen));
    }
}

/// <summary>One part of several, or none where it may lack.</summary>
internal sealed class ChoiceNode(List<PatternNode> parts, bool isOptional) : PatternNode
{
    public override Step? Build(Step? next)
    {
        var branches = new List<Step?>(parts.Count + 1);
        foreach (var part in parts)
        {
            var branch = part.Build(next);
            // A choice among choices is one of more.
            if (branch?.Kind == StepKind.Branch)
                branches.AddRange(branch.Branches);
            else
                branches.Add(branch);
        }
        if (isOptional)
            branches.Add(next);
        return new Step(StepKind.Branch, next) { Branches = [.. branches] };
    }

    public override bool AddFirst(PatternIndex index, Pattern pattern)
    {
        var isEmpty = isOptional;
        foreach (var part in parts)
            isEmpty |= part.AddFirst(index, pattern);
        return isEmpty;
    }

    public override void Learn(Action<string> word, HashSet<PatternNode> seen)
    {
        if (seen.Add(this))
            parts.ForEach(part => part.Learn(word, seen));
    }
}
