using System.Globalization;
using System.Text;

namespace ChatLeads.Core.Playbooks;

/// <summary>How a language's words are compared: <c>knowledge/LANGUAGE/words.yaml</c>. All words here are folded.</summary>
/// <param name="stopWords">Words that say nothing about the topic.</param>
/// <param name="endings">Endings to cut, the longest first.</param>
/// <param name="same">Words that have synonyms; each stands for the stem of its group's first.</param>
internal sealed class KnowledgeWords(HashSet<string> stopWords, string[] endings, IReadOnlyDictionary<string, string> same)
{
    private const int ShortestStem = 3;

    private readonly Dictionary<string, string> byStem =
        same.GroupBy(pair => Stem(pair.Key, endings), pair => pair.Value).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The words that have synonyms.</summary>
    public IEnumerable<string> Synonyms => same.Keys;

    public static KnowledgeWords Read(DialogFile file, ICollection<PlaybookError> errors)
    {
        var root = DialogNode.Parse(file, errors);
        root.AllowOnly("stop_words", "endings", "same");
        string[] endings = [.. TextsOf(root.Require("endings")).OrderByDescending(ending => ending.Length)];
        var same = new Dictionary<string, string>();
        foreach (var group in root.Require("same").Items())
        {
            string[] words = [.. TextsOf(group)];
            foreach (var word in words)
                if (!same.TryAdd(word, Stem(words[0], endings)))
                    group.Error($"`{word}` is already in a group.", "Keep it in one.");
        }
        return new KnowledgeWords(TextsOf(root.Require("stop_words")).ToHashSet(), endings, same);
    }

    /// <summary>Whether a word tells what a text is about.</summary>
    public bool IsTopic(string word) => !stopWords.Contains(word);

    /// <summary>What a word is indexed under: its stem, or that of the first of its synonyms.</summary>
    public string Term(string word)
    {
        var stem = Stem(word, endings);
        return same.GetValueOrDefault(word) ?? byStem.GetValueOrDefault(stem, stem);
    }

    /// <summary>A text's words.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        Split(text, words);
        return words;
    }

    /// <summary>Adds a text's words to <paramref name="words"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, List<string> words)
    {
        var folded = Fold(text);
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
            if (i == folded.Length || !char.IsLetterOrDigit(folded[i]))
            {
                if (i > start)
                    words.Add(folded[start..i].ToString());
                start = i + 1;
            }
    }

    private static string Stem(string word, string[] endings)
    {
        foreach (var ending in endings)
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        return word;
    }

    /// <summary>A list, or one text of words between blanks.</summary>
    private static IEnumerable<string> TextsOf(DialogNode node) =>
        node.Items().SelectMany(item => Fold(item.Text()).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lower case without accents. Half a surrogate pair, which cannot be normalised, becomes the replacement character.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        var letters = Ascii.IsValid(text) ? text : Whole(text.ToString()).Normalize(NormalizationForm.FormD);
        var folded = new char[letters.Length];
        var length = 0;
        foreach (var c in letters)
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded[length++] = char.ToLowerInvariant(c);
        return folded.AsSpan(0, length);
    }

    private static string Whole(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes()) : text;
}
