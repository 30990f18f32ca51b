namespace ChatLeads.Core.Understanding;

/// <summary>What a classifier looks at: words, pairs of words and letter groups of a message, each as a number below <see cref="Buckets"/>.</summary>
internal static class Features
{
    public const int Buckets = 1 << 15;
    private const int MostTokens = 40;
    private const int Shortest = 4;
    private const int Longest = 5;
    private const int LongestWord = 30;

    /// <summary>How many there may be: a word gives itself, a pair and its groups of two lengths, the end a pair.</summary>
    public static int Most(int tokens) => Math.Min(tokens, MostTokens) * (2 + 2 * LongestWord) + 1;

    /// <summary>Each feature once, in the order of the text; in <paramref name="room"/>, of <see cref="Most"/>.</summary>
    public static ReadOnlySpan<int> Of(ReadOnlySpan<Token> tokens, Span<int> room)
    {
        var found = new Found(room, stackalloc ulong[Buckets / 64]);
        var previous = "^".AsSpan();
        for (var i = 0; i < Math.Min(tokens.Length, MostTokens); i++)
        {
            var word = Word(tokens[i]);
            if (word.Length == 0)
                continue;
            found.Add(Bucket(word, 1));
            found.Add(Bucket(word, Hash(previous, 2)));
            AddGroups(word, ref found);
            previous = word;
        }
        found.Add(Bucket("$", Hash(previous, 2)));
        return room[..found.Count];
    }

    private static ReadOnlySpan<char> Word(Token token) => token.Kind switch
    {
        TokenKind.Word => token.Norm,
        TokenKind.Number => "#",
        TokenKind.Mark when token.Norm == "?" => "?",
        TokenKind.Mark => "",
        _ => "@",
    };

    /// <summary>"&lt;cotiz", "otiza": other endings of a word share most of them.</summary>
    private static void AddGroups(ReadOnlySpan<char> word, ref Found found)
    {
        Span<char> padded = stackalloc char[Math.Min(word.Length, LongestWord) + 2];
        word[..(padded.Length - 2)].CopyTo(padded[1..]);
        (padded[0], padded[^1]) = ('<', '>');
        for (var length = Shortest; length <= Longest; length++)
        {
            for (var at = 0; at + length <= padded.Length; at++)
                found.Add(Bucket(padded.Slice(at, length), 3));
        }
    }

    private static int Bucket(ReadOnlySpan<char> text, uint seed) => (int)(Hash(text, seed) % Buckets);

    /// <summary>The features found so far, and a bit for each bucket that has one.</summary>
    private ref struct Found(Span<int> room, Span<ulong> bits)
    {
        private readonly Span<int> room = room;
        private readonly Span<ulong> bits = bits;

        public int Count { get; private set; }

        public void Add(int bucket)
        {
            var bit = 1UL << (bucket & 63);
            if ((bits[bucket >> 6] & bit) != 0)
                return;
            bits[bucket >> 6] |= bit;
            room[Count++] = bucket;
        }
    }

    /// <summary>FNV-1a: the same in every process, as <see cref="string.GetHashCode()"/> is not.</summary>
    private static uint Hash(ReadOnlySpan<char> text, uint seed)
    {
        var hash = 2166136261u ^ seed * 16777619u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash ^ hash >> 15;
    }
}
