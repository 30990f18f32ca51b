namespace ChatLeads.Core.Understanding;

/// <summary>Cuts folded text into tokens in one pass.</summary>
internal ref struct Tokenizer(FoldedText text, Lexicon lexicon)
{
    private readonly List<Token> tokens = new(text.Length / 4 + 3);

    /// <summary>Where all is written in capitals, none says that a word is a name.</summary>
    private readonly bool shouted = !text.Original.AsSpan().ContainsAnyInRange('a', 'z');
    private int at;
    private ushort sentence;
    private ushort clause;

    public static Token[] Cut(FoldedText text, Lexicon lexicon) => new Tokenizer(text, lexicon).Cut();

    private Token[] Cut()
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '\n')
                Break();
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                at++;
            else if (Addresses.Email(text.Span, at) is > 0 and var email)
                Add(TokenKind.Email, email);
            else if (Addresses.Url(text.Span, at, lexicon.Domains) is > 0 and var url)
                Add(TokenKind.Url, url);
            else if (char.IsLetter(c))
                Add(TokenKind.Word, WordEnd());
            else if (char.IsAsciiDigit(c))
                Add(TokenKind.Number, NumberEnd());
            else
                AddMark(c);
        }
        return [.. tokens];
    }

    private void AddMark(char c)
    {
        // "St. Louis", "Dr. Rao": the dot ends no sentence.
        if (c == '.' && tokens is [.., { IsWord: true } last] && at + 2 < text.Length && text[at + 1] == ' ' && char.IsLetter(text[at + 2]) && lexicon.Abbreviations.Contains(last.Word))
        {
            at++;
            return;
        }
        Add(TokenKind.Mark, char.IsHighSurrogate(c) && at + 1 < text.Length ? at + 2 : at + 1);
        if (c is '.' or '!' or '?' or ';')
            Break();
        else if (c is ',' or ':' or '(' or ')' or '"')
            clause++;
    }

    private void Break()
    {
        sentence++;
        clause++;
    }

    /// <summary>Letters and digits, with apostrophes and hyphens between letters, or an abbreviation such as S.L.</summary>
    private int WordEnd()
    {
        if (MoneySign() is > 0 and var sign)
            return sign;
        if (Abbreviation() is > 0 and var abbreviation)
            return abbreviation;
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || Joins(end)))
            end++;
        return end;
    }

    private bool Joins(int index) =>
        text[index] is '\'' or '-' && index + 1 < text.Length && char.IsLetter(text[index + 1]) && char.IsLetter(text[index - 1])
        && (text[index] == '\'' || !lexicon.SplitsAfterHyphen(text.Span[(index + 1)..]));

    /// <summary>"US$", "U$S": the letters belong to the sign.</summary>
    private int MoneySign()
    {
        for (var end = at + 1; end < Math.Min(at + 3, text.Length); end++)
        {
            if (text[end] == '$')
                return end + 1 < text.Length && char.IsLetter(text[end + 1]) ? end + 2 : end + 1;
        }
        return 0;
    }

    /// <summary>Single letters with a dot after each; the last dot may lack.</summary>
    private int Abbreviation()
    {
        var (end, letters) = (at, 0);
        while (end < text.Length && char.IsLetter(text[end]) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            letters++;
            end++;
            if (end == text.Length || text[end] != '.')
                break;
            end++;
        }
        return letters >= 2 ? end : 0;
    }

    private int NumberEnd()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
        {
            end++;
        }
        return end;
    }

    private void Add(TokenKind kind, int end)
    {
        var span = text.Span[at..end];
        var word = kind == TokenKind.Word ? lexicon.Normalize(span) : lexicon.WordOf(span);
        if (kind == TokenKind.Word && tokens.Count > 0 && lexicon.Contrast.Contains(word))
            clause++;
        var mark = word.Mark | (kind == TokenKind.Number ? Marks.Number : 0) | (Breaks(kind, word.Norm) ? Marks.Break : 0);
        var (first, last) = (text.OriginalStart(at), text.OriginalEnd(end - 1));
        tokens.Add(new Token(kind, word, first, last, sentence, clause,
            !shouted && char.IsUpper(text.Original[first]), at > 0 && !char.IsWhiteSpace(text[at - 1]), mark));
        at = end;
    }

    /// <summary>Nothing of a pattern reaches over it: a mark that is no part of a term, or the first token of a clause.</summary>
    private bool Breaks(TokenKind kind, string norm) =>
        kind == TokenKind.Mark && norm is not ("-" or "/" or "€" or "$" or "£" or "%" or "&" or "+") || tokens is [.., var last] && last.Clause != clause;
}
