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

    public bool In(string text) => $" {Plain(text)} ".AsSpan().ContainsAny(any);

    public int Count(string text)
    {
        var padded = $" {Plain(text)} ";
        return phrases.Count(phrase => padded.Contains(phrase, StringComparison.Ordinal));
    }

    /// <summary>Reads <c>{ es: [...], en: [...] }</c>; both languages are looked for in every text.</summary>
    internal static Cues Read(DialogNode node, IReadOnlyCollection<string> languages) =>
        new([.. node.Wordings(languages).Values.SelectMany(words => words).Select(Phrase).Distinct()]);

    private static string Phrase(string cue) => cue.EndsWith('*') ? $" {Plain(cue)}" : $" {Plain(cue)} ";

    /// <summary>Lower case, without accents, words one blank apart.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }
}
