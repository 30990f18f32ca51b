namespace ChatLeads.Core.Desk.Parsing;

/// <summary>The words of the lexicon, found again when mistyped.</summary>
internal sealed class Typos
{
    private readonly HashSet<string> words;
    private readonly Dictionary<(char First, int Length), List<string>> buckets = [];

    public Typos(IEnumerable<string> vocabulary)
    {
        words = [.. vocabulary];
        foreach (var word in words.Where(word => word.Length >= 4 && word.All(char.IsLetter)).Order(StringComparer.Ordinal))
            (buckets.TryGetValue((word[0], word.Length), out var bucket) ? bucket : buckets[(word[0], word.Length)] = []).Add(word);
    }

    public bool Knows(string word) => words.Contains(word);

    /// <summary>The word itself, or the one known word that is closest within one slip (two from nine letters on); null when there is none.</summary>
    public string? Mend(string word)
    {
        if (words.Contains(word))
            return word;
        if (word.Length < 4 || word.Length > 24)
            return null;
        var allowed = word.Length >= 9 ? 2 : 1;
        string? best = null;
        var least = allowed + 1;
        foreach (var first in Firsts(word))
            for (var length = word.Length - allowed; length <= word.Length + allowed; length++)
                foreach (var candidate in buckets.GetValueOrDefault((first, length), []))
                    if ((first == word[0] || candidate[1] == word[0]) && Distance(word, candidate, least) is var distance && distance < least && IsSlip(word, candidate))
                        (best, least) = (candidate, distance);
        return best;
    }

    /// <summary>People seldom miss the first letter, but they swap it with the second.</summary>
    private static IEnumerable<char> Firsts(string word) => word[0] == word[1] ? [word[0]] : [word[0], word[1]];

    /// <summary>In a short word, another letter or another ending makes another word.</summary>
    private static bool IsSlip(string word, string candidate) => word.Length > 5 || candidate.Length > 5
        || !candidate.StartsWith(word, StringComparison.Ordinal) && !word.StartsWith(candidate, StringComparison.Ordinal)
            && (word.Length > 4 || candidate.Length != 4 || word.Order().SequenceEqual(candidate.Order()));

    /// <summary>Edits and swaps of neighbours between two words, or <paramref name="limit"/> when there are as many or more.</summary>
    internal static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
            return limit;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least >= limit)
                return limit;
            above.CopyTo(before);
            row.CopyTo(above);
        }
        return Math.Min(above[b.Length], limit);
    }
}
