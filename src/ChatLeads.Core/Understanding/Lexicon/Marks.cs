namespace ChatLeads.Core.Understanding;

/// <summary>
/// What a token may be taken for, as bits: a token that shares none with a list of words or a step of a pattern is
/// quickly known not to be taken by it. One that shares some may be.
/// </summary>
internal static class Marks
{
    private const int WordBits = 53;
    private const int LetterBits = 8;

    public const ulong Number = 1UL << 61;
    public const ulong Break = 1UL << 62;

    /// <summary>Every token has it, and the end of the text.</summary>
    public const ulong Any = 1UL << 63;

    public static ulong OfWord(string word) => 1UL << (int)((uint)string.GetHashCode(word) % WordBits);

    /// <summary>Of all words that begin with the same letter, and some others.</summary>
    public static ulong OfStem(string stem) => stem.Length == 0 ? 0 : 1UL << (WordBits + stem[0] % LetterBits);

    public static ulong At(Token[] tokens, int at) => at < tokens.Length ? tokens[at].Mark : Any | Break;
}
