namespace ChatLeads.Core.Playbooks;

/// <summary>Finds the known word that a mistyped one stands for.</summary>
internal sealed class KnowledgeSpelling(IEnumerable<string> known)
{
    /// <summary>Longer words are no typing mistakes worth mending, and the rows below stay on the stack.</summary>
    private const int Longest = 40;

    private readonly ILookup<char, string> byFirstLetter = known.ToLookup(word => word[0]);

    /// <summary>The nearest word that begins alike; null when none is near: one mistake up to eight letters, two beyond.</summary>
    public string? Closest(string word)
    {
        var allowed = word.Length switch { < 5 or > Longest => 0, < 9 => 1, _ => 2 };
        var (best, distance) = ((string?)null, allowed + 1);
        foreach (var other in allowed > 0 ? byFirstLetter[word[0]] : [])
            if (Math.Abs(other.Length - word.Length) < distance && Distance(word, other, distance) is var d && d < distance)
                (best, distance) = (other, d);
        return best;
    }

    /// <summary>Edits between two words: letters added, left out, changed, or two neighbours swapped; from <paramref name="bound"/> on no longer counted.</summary>
    private static int Distance(string a, string b, int bound)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least >= bound)
                return bound;
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[b.Length];
    }
}
