namespace ChatLeads.Core.Understanding;

internal enum TokenKind { Word, Number, Email, Url, Mark }

/// <summary>A word, number, address or mark of a message.</summary>
/// <param name="Norm">Folded, without apostrophes and inner hyphens, common typos mended: for matching only.</param>
/// <param name="Start">Of the original, in UTF-16 units; <paramref name="End"/> is exclusive.</param>
/// <param name="Sentence">Counts up at full stops, question marks and line ends.</param>
/// <param name="Clause">Counts up at those, at commas and before words of contrast.</param>
/// <param name="Capital">Written with a first capital letter.</param>
/// <param name="Glued">Nothing stands between it and the token before.</param>
internal readonly record struct Token(
    TokenKind Kind, string Norm, int Start, int End, int Sentence, int Clause, bool Capital, bool Glued)
{
    /// <summary>See <see cref="Step.Mark"/>.</summary>
    public ulong Mark { get; } = Step.Mark(Norm);

    public bool IsWord => Kind == TokenKind.Word;
    public bool IsNumber => Kind == TokenKind.Number;
    public bool Is(string norm) => Norm == norm;
}
