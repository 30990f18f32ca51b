namespace ChatLeads.Core.Understanding;

/// <summary>How far a person's name reaches.</summary>
internal static class NameSpan
{
    private const int Longest = 5;

    /// <summary>
    /// The tokens of a name from <paramref name="start"/>, or null. Where the person says that it is a name
    /// (<paramref name="isSaid"/>), words that no list knows count too.
    /// </summary>
    public static (int Start, int End)? Read(Message message, int start, bool isSaid)
    {
        var hasTitle = message.Is("title", start);
        while (message.Is("title", start) || isSaid && message.IsMark(start, ":"))
            start++;
        if (!IsFirst(message, start, isSaid) && !(hasTitle && message.Is("surname", start)))
            return null;
        var end = start + 1;
        while (end < message.Tokens.Length && end - start < Longest && message.Same(end, start, false))
        {
            if (IsFurther(message, end, isSaid))
                end++;
            else if (Particles(message, end, isSaid) is > 0 and var next)
                end = next;
            else
                break;
        }
        return CompanyFollows(message, start, end) ? null : (start, end);
    }

    /// <summary>An everyday word as written: "Downing" is none, though it may look like a slip of one.</summary>
    private static bool IsPlain(Message message, int at) =>
        message.Tokens[at].IsPlain && FoldedText.Fold(message.Text(at, at + 1)).Replace("'", "", StringComparison.Ordinal) == message.Tokens[at].Norm;

    /// <summary>A word that no list has and that is written as a name.</summary>
    public static bool IsUnlisted(Message message, int at) =>
        at < message.Tokens.Length && message.Tokens[at] is { IsWord: true, Capital: true, Norm.Length: > 2 } && !IsPlain(message, at) && !message.Is("name.stop", at)
        && !message.Is("role.head", at) && !message.Is("org.head", at) && !message.Is("org.suffix", at) && !message.Is("org.legal", at) && !message.Is("place", at);

    /// <summary>"Kestrel Vaughan", where neither is in a list: the token after, or 0.</summary>
    public static int UnlistedPair(Message message, int at)
    {
        if (!IsUnlisted(message, at) && !IsGiven(message, at) || at + 1 >= message.Tokens.Length || !message.Same(at, at + 1, false)
            || !IsUnlisted(message, at + 1) && !(message.Is("surname", at + 1) && message.Tokens[at + 1].Capital))
            return 0;
        return IsUnlisted(message, at + 2) && message.Same(at, at + 2, false) ? at + 3 : at + 2;
    }

    public static bool IsGiven(Message message, int at) => message.Is("given", at);

    public static bool OpensClause(Message message, int at) =>
        at == 0 || message.Tokens[at - 1].Clause != message.Tokens[at].Clause || message.Tokens[at - 1].Kind == TokenKind.Mark
        || EndsCue(message, "filler", at) || EndsCue(message, "intent.greet", at) || EndsCue(message, "correction", at)
        || message.Is("title", at - 1) && OpensClause(message, at - 1);

    /// <summary>Only polite words stand before it.</summary>
    public static bool OpensAnswer(Message message, int at) => OpensClause(message, at) && message.Tokens[at].Sentence <= 1;

    private static bool EndsCue(Message message, string section, int at) => message.EndingAt(section, at) is not null;

    private static bool IsFirst(Message message, int at, bool isSaid)
    {
        if (at >= message.Tokens.Length || !message.Tokens[at].IsWord)
            return false;
        // "My name is Con Daly": capitals outweigh that the word is an everyday one somewhere.
        if (isSaid && message.Tokens[at].Capital && (at > 0 ? !message.Tokens[at - 1].Capital : message.Tokens.Length == 2 && !IsGiven(message, 1) || message.IsMark(2, ",") && message.Tokens.Length > 3 && RoleParser.Read(message, 3) is not null) && message.Same(at, at + 1 < message.Tokens.Length ? at + 1 : at, false) && IsUnlisted(message, at + 1) && !message.Is("article", at))
            return true;
        if (message.Is("name.stop", at))
            return false;
        if (IsGiven(message, at))
            return true;
        var token = message.Tokens[at];
        if (IsPlain(message, at) || message.Is("role.head", at) || message.Is("org.head", at))
            return false;
        if (isSaid)
            return token.Norm.Length > 1;
        if (!token.Capital || token.Norm.Length <= 2)
            return false;
        // "This is Dallas from Brightwork Dental": who is from somewhere is no place.
        if (message.Is("place", at))
            return IsNamedAsPlace(message, at) || (message.IsMark(at + 1, ",") ? at + 2 : at + 1) is var link && message.Is("org.link", link) && link + 1 < message.Tokens.Length && message.Tokens[link + 1].Capital;
        return message.Is("surname", at + 1) || Closes(message, at + 1) || UnlistedPair(message, at) is > 0 and var end && !IsHouse(message, at, end);
    }

    /// <summary>"I'm Austin and no, I don't live there": nobody is a town.</summary>
    private static bool IsNamedAsPlace(Message message, int at) =>
        message.EndingAt("name.self", at) is not null && Closes(message, at + 1) && !message.Is("org.link", at + 1) && !message.Is("place", at + 2);

    /// <summary>After "this is", two unknown words are as likely a firm's; what follows tells.</summary>
    private static bool IsHouse(Message message, int at, int end) => message.EndingAt("company.we", at) is not null
        && !(message.Is("org.link", end) || message.IsMark(end, ",") && end + 1 < message.Tokens.Length && RoleParser.Read(message, end + 1) is not null);

    /// <summary>Nothing that could make a firm's name of it follows.</summary>
    private static bool Closes(Message message, int at) =>
        at == message.Tokens.Length || message.Tokens[at].Kind == TokenKind.Mark && !message.IsMark(at, "&") || message.Is("org.link", at) || message.Is("and", at);

    private static bool IsFurther(Message message, int at, bool isSaid)
    {
        var token = message.Tokens[at];
        if (!token.IsWord || message.Is("name.stop", at) || message.Is("org.legal", at))
            return false;
        if (message.Is("surname", at))
            return true;
        if (message.Is("org.suffix", at))
            return false;
        if (IsPlain(message, at) || message.Is("particle", at))
            return token.Capital && message.Tokens[at - 1].Capital && !message.Is("particle", at) && !message.Is("role.head", at) && token.Norm.Length > 2;
        if (message.Is("given", at))
            return true;
        return token.Capital || isSaid || !message.Is("place", at) && !message.Is("org.head", at) && !message.Is("role.head", at) && token.Norm.Length > 2;
    }

    /// <summary>"de la" before a surname: the token after the surname.</summary>
    private static int Particles(Message message, int at, bool isSaid)
    {
        var next = at;
        while (next - at < 2 && message.Is("particle", next))
            next++;
        return next > at && next < message.Tokens.Length && (message.Is("surname", next) && !message.Is("place", next) || isSaid && message.Is("given", next)) && message.Same(at, next, false)
            && !(message.Tokens[next].Capital && message.Is("org.suffix", next + 1)) ? next + 1 : 0;
    }

    /// <summary>"Rosa Blanco SL" and "Paris Tiles" are houses.</summary>
    private static bool CompanyFollows(Message message, int start, int end) =>
        message.Is("org.legal", end) || message.Is("org.suffix", end) && message.Tokens[end].Capital == message.Tokens[start].Capital && message.Same(start, end, false);
}
