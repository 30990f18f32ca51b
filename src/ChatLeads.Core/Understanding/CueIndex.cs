using System.Runtime.InteropServices;

namespace ChatLeads.Core.Understanding;

/// <summary>The cues of a message by where they start and where they end.</summary>
internal sealed class CueIndex
{
    private readonly List<Cue> all;
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly Cue[] byEnd;

    /// <param name="all">In order of their start.</param>
    public CueIndex(List<Cue> all, int tokens)
    {
        this.all = all;
        (starts, ends, byEnd) = (new int[tokens + 2], new int[tokens + 2], new Cue[all.Count]);
        foreach (var cue in all)
        {
            starts[cue.Start + 1]++;
            ends[cue.End]++;
        }
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
            ends[i] += ends[i - 1];
        }
        // Filled from behind, each end comes to say where its cues begin.
        for (var i = all.Count - 1; i >= 0; i--)
            byEnd[--ends[all[i].End]] = all[i];
    }

    public ReadOnlySpan<Cue> All => CollectionsMarshal.AsSpan(all);

    public ReadOnlySpan<Cue> EndingAt(int token) =>
        token < 0 || token >= ends.Length - 1 ? [] : byEnd.AsSpan(ends[token], ends[token + 1] - ends[token]);

    /// <summary>Those that start from one token up to, but not at, another.</summary>
    public ReadOnlySpan<Cue> StartingIn(int from, int to)
    {
        var (first, last) = (starts[Math.Clamp(from, 0, starts.Length - 1)], starts[Math.Clamp(to, 0, starts.Length - 1)]);
        return last > first ? All[first..last] : [];
    }
}

/// <summary>The cues of one section, as a loop goes through them.</summary>
internal ref struct SectionCues(ReadOnlySpan<Cue> cues, string section)
{
    private readonly ReadOnlySpan<Cue> cues = cues;
    private int at = -1;

    public readonly Cue Current => cues[at];

    public readonly SectionCues GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++at < cues.Length)
        {
            if (cues[at].Section == section)
                return true;
        }
        return false;
    }
}
