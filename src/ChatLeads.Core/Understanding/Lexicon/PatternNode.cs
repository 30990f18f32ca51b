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
    private static readonly List<string> NoStems = [];

    private readonly string[] words;
    private readonly List<string> stems = NoStems;
    private HashSet<string>? set;

    public WordsNode(IEnumerable<string> items)
    {
        words = [.. items];
        if (Array.Exists(words, IsStem))
            (stems, words) = ([.. words.Where(IsStem).Select(word => word[..^1])], [.. words.Where(word => !IsStem(word))]);
    }

    private static bool IsStem(string word) => word.Length > 1 && word[^1] == '*';

    public override Step? Build(Step? next) => words.Length == 1 && stems.Count == 0
        ? new Step(StepKind.Words, next) { Word = words[0] }
        : new Step(StepKind.Words, next) { Words = set ??= [.. words], Stems = stems };

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
