namespace ChatLeads.Core.Desk.Parsing;

internal enum TokenKind { Word, Number, Symbol, Quote }

/// <summary>A piece of a sentence.</summary>
/// <param name="Word">Folded, abbreviations written out, typos mended; for a quote its inner text as written.</param>
/// <param name="Start">Where it stands in the original text; several tokens of one abbreviation share a place.</param>
/// <param name="Glued">No space before it: the k of 12k.</param>
internal sealed record Token(string Word, TokenKind Kind, int Start, int End, bool Glued)
{
    /// <summary>As folded before a typo was mended.</summary>
    public string Folded { get; init; } = Word;

    /// <summary>The lexicon knows the word (as it stands or mended).</summary>
    public bool Known { get; init; }

    /// <summary>A capital inside a sentence that is not all in capitals: "assign 42 to Anita" is no slip.</summary>
    public bool IsProper(string text) =>
        char.IsUpper(text[Start]) && text.AsSpan(0, Start).ContainsAnyInRange('a', 'z') && End - Start > 1 && char.IsLower(text[Start + 1]);

    public bool Mended => Folded != Word;
}
