namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Turns a text into a sentence: slash commands, abbreviations, verbs with pronouns at the end, typos.</summary>
internal static class SentenceReader
{
    /// <param name="names">Folded words that are names here, so that none is taken for a typo.</param>
    public static Sentence Read(string text, Lexicon lexicon, IReadOnlySet<string> names)
    {
        text = WithoutSlash(text, lexicon);
        var tokens = new List<Token>();
        var afterName = false;
        foreach (var token in Tokenizer.Cut(text))
        {
            if (token.Kind != TokenKind.Word)
            {
                tokens.Add(token);
                afterName = false;
                continue;
            }
            var isName = names.Contains(token.Word) || lexicon.Names.Contains(token.Word);
            if (!isName && !(afterName && !names.Contains(token.Word[..^1])) && Possessor(token, lexicon) is { } owner)
                tokens.AddRange(owner);
            else if (isName || afterName && !lexicon.Knows(token.Word) && !lexicon.Abbreviations.ContainsKey(token.Word))
                tokens.Add(token with { Known = lexicon.Knows(token.Word) });
            else
                tokens.AddRange(Words(token, text, lexicon));
            afterName = isName;
        }
        return new Sentence(text, tokens, lexicon);
    }

    public static bool IsCommand(string text, Lexicon lexicon) => WithoutSlash(text, lexicon) != text;

    private static string WithoutSlash(string text, Lexicon lexicon)
    {
        var command = text.AsSpan().Trim();
        if (command.Length < 2 || command[0] != '/')
            return text;
        var end = command[1..].IndexOfAny(" \t\n@") is >= 0 and var space ? space + 1 : command.Length;
        if (!lexicon.Slashes.TryGetValue(Folding.Fold(command[1..end]), out var words))
            return text;
        var rest = command[end..];
        if (rest.StartsWith("@"))
            rest = rest.IndexOf(' ') is >= 0 and var gap ? rest[gap..] : [];
        return $"{words} {rest.Trim()}".Trim();
    }

    /// <summary>"toms leads": a possessive without its apostrophe; after a first name, as in "joe adams", it is a surname.</summary>
    private static Token[]? Possessor(Token token, Lexicon lexicon) =>
        token.Word is { Length: > 3 } word && word[^1] == 's' && !lexicon.Knows(word) && lexicon.Names.Contains(word[..^1])
            ? [new Token(word[..^1], TokenKind.Word, token.Start, token.End - 1, token.Glued), new Token("'s", TokenKind.Word, token.End - 1, token.End, true) { Known = true }]
            : null;

    private static IEnumerable<Token> Words(Token token, string text, Lexicon lexicon)
    {
        if (lexicon.Abbreviations.TryGetValue(token.Word, out var written) && !(token.Glued && token.Word.Length == 1))
            return written.Select(word => token with { Word = word, Folded = word, Known = true });
        if (lexicon.Knows(token.Word))
            return [token with { Known = true }];
        if (WithClitic(token, lexicon) is { } split)
            return split;
        return !token.IsProper(text) && lexicon.Mend(token.Word) is { } mended
            ? [token with { Word = mended, Known = true }]
            : [token];
    }

    private static IEnumerable<Token>? WithClitic(Token token, Lexicon lexicon)
    {
        var word = token.Word;
        for (var length = Math.Min(6, word.Length - 3); length >= 2; length--)
            if (lexicon.Clitics.TryGetValue(word[^length..], out var pronouns) && lexicon.Knows(word[..^length]))
                return pronouns.Prepend(word[..^length]).Select(part => token with { Word = part, Folded = part, Known = true });
        return null;
    }
}
