using System.Buffers;

namespace ChatLeads.Core.Understanding;

/// <summary>Keys struck at random: "asdf", "qwerty", "jkl", "xxxx", "bcdfg".</summary>
internal static class Gibberish
{
    /// <summary>Letters that are neighbours on a keyboard, each row in order.</summary>
    private const string Rows = "qwertyuiop asdfghjklñ zxcvbnm";

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Whether a word that no list knows looks like none of any language.</summary>
    public static bool Is(Message message, int at)
    {
        var word = message.Tokens[at].Norm.AsSpan();
        if (word.Length < 3 || message.Tokens[at].IsPlain)
            return false;
        return !word.ContainsAny(Vowels) && !message.Tokens[at].Capital || IsRow(word) || word.Length > 5 && Kinds(word) <= 2;
    }

    private static bool IsRow(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            var (a, b) = (Rows.IndexOf(word[i - 1]), Rows.IndexOf(word[i]));
            if (a < 0 || b < 0 || Math.Abs(a - b) > 1)
                return false;
        }
        return true;
    }

    private static int Kinds(ReadOnlySpan<char> word)
    {
        var kinds = 0;
        for (var i = 0; i < word.Length; i++)
            kinds += word[..i].Contains(word[i]) ? 0 : 1;
        return kinds;
    }
}
