namespace ChatLeads.Core.Understanding;

/// <summary>
/// Mends one slip (a letter missing, doubled, wrong or swapped) in longer words of the lexicon's cues. Found through
/// the words with one letter left out, so that a look-up costs no more than the word has letters.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestWord = 6;

    private readonly Dictionary<string, string> byDeletion = [];
    private readonly HashSet<string> added = [];

    public void Add(string word)
    {
        if (word.Length < ShortestWord || !added.Add(word))
            return;
        byDeletion.TryAdd(word, word);
        Span<char> shorter = stackalloc char[word.Length - 1];
        for (var i = 0; i < word.Length; i++)
        {
            LeaveOut(word, i, shorter);
            byDeletion.TryAdd(shorter.ToString(), word);
        }
    }

    /// <summary>The word that was probably meant, or null.</summary>
    public string? Mend(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord - 1 or > 24)
            return null;
        var lookup = byDeletion.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var meant) && IsSlip(word, meant))
            return meant;
        Span<char> shorter = stackalloc char[word.Length - 1];
        for (var i = 0; i < word.Length; i++)
        {
            LeaveOut(word, i, shorter);
            if (lookup.TryGetValue(shorter, out meant) && IsSlip(word, meant))
                return meant;
        }
        return null;
    }

    private static void LeaveOut(ReadOnlySpan<char> word, int index, Span<char> shorter)
    {
        word[..index].CopyTo(shorter);
        word[(index + 1)..].CopyTo(shorter[index..]);
    }

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
