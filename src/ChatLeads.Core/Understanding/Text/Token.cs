namespace ChatLeads.Core.Understanding;

internal enum TokenKind { Word, Number, Email, Url, Mark }

/// <summary>A word, number, address or mark of a message.</summary>
/// <param name="Word">Its form in the lexicon, common typos mended: for matching only.</param>
/// <param name="Start">Of the original, in UTF-16 units; <paramref name="End"/> is exclusive.</param>
/// <param name="Sentence">Counts up at full stops, question marks and line ends.</param>
/// <param name="Clause">Counts up at those, at commas and before words of contrast.</param>
/// <param name="Capital">Written with a first capital letter.</param>
/// <param name="Glued">Nothing stands between it and the token before.</param>
/// <param name="Mark">See <see cref="Marks"/>.</param>
internal readonly record struct Token(
    TokenKind Kind, Word Word, int Start, int End, ushort Sentence, ushort Clause, bool Capital, bool Glued, ulong Mark)
{
    public string Norm => Word.Norm;
    public bool IsWord => Kind == TokenKind.Word;
    public bool IsNumber => Kind == TokenKind.Number;

    /// <summary>An everyday word of a language, so hardly a name.</summary>
    public bool IsPlain => Word.Languages != 0;

    public bool Is(string norm) => Norm == norm;
}
