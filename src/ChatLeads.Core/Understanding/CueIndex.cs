using System.Runtime.InteropServices;

namespace ChatLeads.Core.Understanding;

/// <summary>The cues of a message by where they start and where they end.</summary>
internal sealed class CueIndex
{
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly Cue[] byEnd;

    /// <param name="all">In order of their start.</param>
    public CueIndex(List<Cue> all, int tokens)
    {
        All = all;
        (starts, ends, byEnd) = (new int[tokens + 2], new int[tokens + 2], new Cue[all.Count]);
        foreach (var cue in all)
        {
            starts[cue.Start + 1]++;
            ends[cue.End + 1]++;
        }
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
            ends[i] += ends[i - 1];
        }
        var next = (int[])ends.Clone();
        foreach (var cue in all)
            byEnd[next[cue.End]++] = cue;
    }

    public List<Cue> All { get; }

    public ReadOnlySpan<Cue> EndingAt(int token) =>
        token < 0 || token >= ends.Length - 1 ? [] : byEnd.AsSpan(ends[token], ends[token + 1] - ends[token]);

    /// <summary>Those that start from one token up to, but not at, another.</summary>
    public ReadOnlySpan<Cue> StartingIn(int from, int to)
    {
        var (first, last) = (starts[Math.Clamp(from, 0, starts.Length - 1)], starts[Math.Clamp(to, 0, starts.Length - 1)]);
        return last > first ? CollectionsMarshal.AsSpan(All)[first..last] : [];
    }
}
