namespace ChatLeads.Core.Understanding;

/// <summary>
/// Mends one slip (a letter missing, doubled, wrong or swapped) in longer words of the lexicon's cues. Found among the
/// words of its first letter and about its length, which are some tens: the first letter is seldom wrong.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestWord = 6;

    private const int LongestWord = 24;

    /// <summary>By first letter and length, in order of addition.</summary>
    private readonly List<string>?[] buckets = new List<string>?[26 * (LongestWord + 1)];

    /// <summary>Each word once.</summary>
    public void Add(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || !char.IsAsciiLetterLower(word[0]))
            return;
        (buckets[Bucket(word[0], word.Length)] ??= []).Add(word);
    }

    /// <summary>The word that was probably meant, or null: as long as it first, then longer, then shorter ones.</summary>
    public string? Mend(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord - 1 or >= LongestWord || !char.IsAsciiLetterLower(word[0]))
            return null;
        return Among(word, word.Length) ?? Among(word, word.Length + 1) ?? Among(word, word.Length - 1);
    }

    private string? Among(ReadOnlySpan<char> word, int length)
    {
        if (buckets[Bucket(word[0], length)] is not { } bucket)
            return null;
        foreach (var meant in bucket)
        {
            if (IsSlip(word, meant))
                return meant;
        }
        return null;
    }

    private static int Bucket(char first, int length) => (first - 'a') * (LongestWord + 1) + length;

    /// <summary>One slip apart, the first letter right, and no mere other ending: "cliente" is no slip of "clienta".</summary>
    private static bool IsSlip(ReadOnlySpan<char> word, ReadOnlySpan<char> meant)
    {
        if (word[0] != meant[0] || Math.Abs(word.Length - meant.Length) > 1)
            return false;
        var same = word.CommonPrefixLength(meant);
        if (same >= meant.Length - 1 || same >= word.Length - 1)
            return false;
        var a = word[same..];
        var b = meant[same..];
        return a.Length == b.Length
            ? a[1..].SequenceEqual(b[1..]) || a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])
            : a.Length > b.Length ? a[1..].SequenceEqual(b) : a.SequenceEqual(b[1..]);
    }
}
