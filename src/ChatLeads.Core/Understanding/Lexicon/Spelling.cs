namespace ChatLeads.Core.Understanding;

/// <summary>
/// Mends one slip (a letter missing, doubled, wrong or swapped) in longer words of the lexicon's cues. Found among the
/// words of its first and last letter and about its length, which are a few: the first letter is seldom wrong, and the
/// last is never but where it was swapped.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestWord = 6;

    private const int LongestWord = 24;

    private const int Letters = 26;

    /// <summary>By length, first and last letter; with the order of addition.</summary>
    private readonly List<(Word Word, int Order)>?[] buckets = new List<(Word, int)>?[(LongestWord + 1) * Letters * (Letters + 1)];
    private int added;

    /// <summary>Each word once.</summary>
    public void Add(Word word)
    {
        var norm = word.Norm;
        if (norm.Length is < ShortestWord or > LongestWord || !char.IsAsciiLetterLower(norm[0]))
            return;
        (buckets[Bucket(norm.Length, norm[0], norm[^1])] ??= []).Add((word, added++));
    }

    /// <summary>The word that was probably meant, or null: as long as it first, then longer, then shorter ones.</summary>
    public Word? Mend(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord - 1 or >= LongestWord || !char.IsAsciiLetterLower(word[0]))
            return null;
        return Among(word, word.Length) ?? Among(word, word.Length + 1) ?? Among(word, word.Length - 1);
    }

    /// <summary>The first added of those of a length.</summary>
    private Word? Among(ReadOnlySpan<char> word, int length)
    {
        var found = EndingIn(word[^1], word, length);
        if (length == word.Length && word[^2] != word[^1] && EndingIn(word[^2], word, length) is { Word: not null } swapped && (found.Word is null || swapped.Order < found.Order))
            found = swapped;
        return found.Word;
    }

    private (Word? Word, int Order) EndingIn(char last, ReadOnlySpan<char> word, int length)
    {
        foreach (var (meant, order) in buckets[Bucket(length, word[0], last)] ?? [])
        {
            if (IsSlip(word, meant.Norm))
                return (meant, order);
        }
        return default;
    }

    private static int Bucket(int length, char first, char last) =>
        (length * Letters + first - 'a') * (Letters + 1) + (char.IsAsciiLetterLower(last) ? last - 'a' : Letters);

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
