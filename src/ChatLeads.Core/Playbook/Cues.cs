using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatLeads.Core.Playbooks;

/// <summary>
/// Words that give something away. Case and accents do not count; a cue stands at whole words, or, written with a
/// final star (<c>equivoc*</c>), at the beginning of a word.
/// </summary>
public sealed class Cues
{
    private readonly string[] phrases;
    private readonly SearchValues<string> any;

    private Cues(string[] phrases) => (this.phrases, any) = (phrases, SearchValues.Create(phrases, StringComparison.Ordinal));

    public bool In(string text) => Spaced(text).ContainsAny(any);

    public int Count(string text)
    {
        var spaced = Spaced(text);
        var count = 0;
        foreach (var phrase in phrases)
            count += spaced.IndexOf(phrase) >= 0 ? 1 : 0;
        return count;
    }

    /// <summary>Reads <c>{ es: [...], en: [...] }</c>; both languages are looked for in every text.</summary>
    internal static Cues Read(DialogNode node, IReadOnlyCollection<string> languages) =>
        new([.. node.Wordings(languages).Values.SelectMany(words => words).Select(Phrase).Distinct()]);

    private static string Phrase(string cue) => cue.EndsWith('*') ? Spaced(cue)[..^1].ToString() : Spaced(cue).ToString();

    /// <summary>Lower case, without accents, words one blank apart and a blank at either end.</summary>
    private static ReadOnlySpan<char> Spaced(string text)
    {
        var letters = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
        var spaced = new char[letters.Length + 2];
        var length = 0;
        spaced[length++] = ' ';
        foreach (var letter in letters)
        {
            if (char.IsLetterOrDigit(letter))
                spaced[length++] = char.ToLowerInvariant(letter);
            else if (letter is not ('\'' or '’') && spaced[length - 1] != ' ' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                spaced[length++] = ' ';
        }
        // Nothing is two blanks, so that no cue of nothing but signs is found in every text.
        if (length == 1 || spaced[length - 1] != ' ')
            spaced[length++] = ' ';
        return spaced.AsSpan(0, length);
    }
}
