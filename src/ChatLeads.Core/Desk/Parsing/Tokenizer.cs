namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Cuts a text into words, numbers, symbols and quotes, with their places. One pass, no regular expression.</summary>
internal static class Tokenizer
{
    /// <summary>What a sentence asks for stands in its first words; what follows can only be the text of a note.</summary>
    public const int MaxTokens = 120;

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var end = text.Length;
        for (var i = 0; i < end && tokens.Count < MaxTokens;)
        {
            if (char.IsWhiteSpace(text[i]) || Folding.Fold(text[i]) == '\0')
            {
                i++;
                continue;
            }
            var next = Next(text, i, end, out var kind);
            tokens.Add(Make(text, i, next, kind, i > 0 && !char.IsWhiteSpace(text[i - 1])));
            i = next;
        }
        return tokens;
    }

    private static Token Make(string text, int start, int end, TokenKind kind, bool glued) => kind switch
    {
        TokenKind.Quote => new Token(text[(start + 1)..(end - 1)].Trim(), kind, start, end, glued),
        TokenKind.Number => new Token(text[start..end], kind, start, end, glued),
        _ => new Token(Folding.Fold(text.AsSpan(start, end - start)).Replace('’', '\''), kind, start, end, glued),
    };

    private static int Next(string text, int start, int end, out TokenKind kind)
    {
        var first = text[start];
        kind = char.IsAsciiDigit(first) ? TokenKind.Number : char.IsLetter(first) ? TokenKind.Word : TokenKind.Symbol;
        if (kind == TokenKind.Number)
            return NumberEnd(text, start, end);
        if (kind == TokenKind.Word)
            return WordEnd(text, start, end);
        if (first is '\'' or '’' && (start == 0 ? text.IndexOf('\'', 1) < 0 : char.IsLetter(text[start - 1])) && WordEnd(text, start + 1, end) is var suffix && suffix > start + 1)
        {
            kind = TokenKind.Word;
            return suffix;
        }
        if (QuoteEnd(text, start, end) is > 0 and var quote)
        {
            kind = TokenKind.Quote;
            return quote;
        }
        return char.IsHighSurrogate(first) && start + 1 < end ? start + 2 : start + 1;
    }

    /// <summary>Digits with single points, commas or colons between them: 1.200,50 and 10:30.</summary>
    private static int NumberEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ',' or ':' && i + 1 < end && char.IsAsciiDigit(text[i + 1])))
            i++;
        return i;
    }

    /// <summary>Letters and digits; an apostrophe stays inside only after one letter (O'Brien), else it starts a word of its own ('s).</summary>
    private static int WordEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && (char.IsLetterOrDigit(text[i]) || Folding.Fold(text[i]) == '\0'
            || text[i] is '\'' or '’' && i == start + 1 && i + 2 < end && char.IsLetter(text[i + 1]) && char.IsLetter(text[i + 2]) && text[start] is not ('i' or 'I')))
            i++;
        return i;
    }

    private static int QuoteEnd(string text, int start, int end)
    {
        var close = text[start] switch { '"' => '"', '“' => '”', '«' => '»', '‘' => '’', '\'' => '\'', _ => '\0' };
        if (close == '\0' || start > 0 && char.IsLetterOrDigit(text[start - 1]))
            return 0;
        var found = text.IndexOf(close, start + 1, end - start - 1);
        return found > start + 1 ? found + 1 : 0;
    }
}
