namespace ChatLeads.Core.Understanding;

/// <summary>Words and phrases with a value each ("" where the section holds plain words), found at a token.</summary>
/// <param name="bit">Marks the words that entries begin with, see <see cref="Word.Opens"/>.</param>
internal sealed class Phrases(UInt128 bit = default)
{
    private readonly Dictionary<string, List<(string[] Words, string Value)>> byFirst = [];
    private readonly Dictionary<string, string> single = [];

    public UInt128 Bit => bit;

    public void Add(string phrase, string value)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return;
        if (words.Length == 1)
        {
            single[words[0]] = value;
            return;
        }
        if (!byFirst.TryGetValue(words[0], out var list))
            byFirst[words[0]] = list = [];
        var longer = list.FindIndex(other => other.Words.Length <= words.Length);
        list.Insert(longer < 0 ? list.Count : longer, (words, value));
    }

    /// <summary>The entries of one word.</summary>
    public IEnumerable<KeyValuePair<string, string>> Singles => single;

    public bool Contains(string word) => single.ContainsKey(word);

    public bool Contains(Word word) => (word.Opens & bit) != 0 && single.ContainsKey(word.Norm);

    public bool Contains(Token token) => Contains(token.Word);

    public string? Value(string word) => single.GetValueOrDefault(word);

    public string? Value(Token token) => (token.Word.Opens & bit) != 0 ? single.GetValueOrDefault(token.Norm) : null;

    /// <summary>The longest phrase at <paramref name="at"/>: the index after it and its value; null when none is there.</summary>
    public (int End, string Value)? Find(Token[] tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Length || (tokens[at].Word.Opens & bit) == 0)
            return null;
        if (byFirst.TryGetValue(tokens[at].Norm, out var list))
        {
            foreach (var (words, value) in list)
            {
                if (Matches(tokens, at, words))
                    return (at + words.Length, value);
            }
        }
        return single.TryGetValue(tokens[at].Norm, out var alone) ? (at + 1, alone) : null;
    }

    private static bool Matches(Token[] tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Length)
            return false;
        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[at + i].Norm != words[i])
                return false;
        }
        return true;
    }
}
