using System.Globalization;
using System.Text;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Case and accents do not matter on a phone.</summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (Fold(letter) is var plain and not '\0' && !(folded.Length > 1 && folded[^1] == plain && folded[^2] == plain && char.IsLetter(plain)))
                folded.Append(plain);
        return folded.ToString();
    }

    /// <summary>The plain lower-case letter; the null character for a combining mark.</summary>
    public static char Fold(char letter)
    {
        if (letter < 128)
            return char.ToLowerInvariant(letter);
        if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            return '\0';
        if (char.IsSurrogate(letter))
            return letter;
        return char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]);
    }

    /// <summary>"ana ruiz" and "ANA RUIZ" become "Ana Ruiz"; capitals inside a word stay.</summary>
    public static string Capitalise(string written)
    {
        var result = written.ToCharArray();
        for (var i = 0; i < result.Length; i++)
        {
            var first = i == 0 || !char.IsLetterOrDigit(result[i - 1]) && result[i - 1] is not ('\'' or '’');
            if (first)
                result[i] = char.ToUpperInvariant(result[i]);
            else if (Shouted(written, i))
                result[i] = char.ToLowerInvariant(result[i]);
        }
        return new string(result);
    }

    /// <summary>Whether the whole word around <paramref name="at"/> is in capitals.</summary>
    private static bool Shouted(string text, int at)
    {
        int start = at, end = at;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end - start > 3 && !text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');
    }
}
