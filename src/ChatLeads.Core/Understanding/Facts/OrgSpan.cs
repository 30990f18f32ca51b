namespace ChatLeads.Core.Understanding;

/// <summary>How far an organisation's name reaches.</summary>
internal static class OrgSpan
{
    private const int Longest = 7;

    /// <summary>After words that announce a firm's name: everything up to a word that cannot belong to it.</summary>
    public static (int Start, int End)? Said(Message message, int start)
    {
        while (message.IsMark(start, ":") || message.IsMark(start, "\""))
            start++;
        if (start >= message.Tokens.Length || message.Is("org.generic", start) || IsStop(message, start) || message.Tokens[start].Kind is TokenKind.Email or TokenKind.Mark)
            return null;
        if (message.Is("org.the", start) && !message.Tokens[start].Capital && start + 1 < message.Tokens.Length)
            start++;
        if (message.Is("org.generic", start) && !message.Tokens[start].Capital)
            return null;
        if (Written(message, start) is { } written && message.Tokens[start].Capital)
            return written;
        var end = start;
        while (end < message.Tokens.Length && end - start < Longest && message.Same(end, start, false) && IsSaid(message, start, end))
            end++;
        end = WithoutPlace(message, start, end);
        return end > start ? (start, WithLegal(message, end)) : null;
    }

    private static bool IsStop(Message message, int at) =>
        message.Is("company.stop", at) && !message.Tokens[at].Capital && !message.Is("org.the", at);

    /// <summary>A name by its looks: capitals, the words that firms begin or end with, or a legal form.</summary>
    public static (int Start, int End)? Written(Message message, int start)
    {
        while (message.IsMark(start, "\"") || message.Is("pause", start))
            start++;
        if (start >= message.Tokens.Length || message.Is("org.generic", start) && !IsWrittenAsName(message, start))
            return null;
        var the = message.Is("org.the", start) && !message.Tokens[start].Capital;
        if (the && start + 1 < message.Tokens.Length && (message.Is("org.head", start + 1) || message.Tokens[start + 1].Capital))
            start++;
        return Capitals(message, start) ?? LowerCase(message, start);
    }

    /// <summary>"First Light Church", "Some Like It Hot": capitals make a name of everyday words.</summary>
    private static bool IsWrittenAsName(Message message, int at) =>
        at + 1 < message.Tokens.Length && message.Tokens[at] is { Capital: true, Norm.Length: > 2 } && message.Tokens[at + 1] is { Capital: true, IsWord: true } && message.Same(at, at + 1, false)
        && !message.Text(at, at + 1).Contains('\'', StringComparison.Ordinal);

    public static bool IsPart(Message message, int at) =>
        message.Tokens[at].IsNumber || message.IsMark(at, "&") || message.Tokens[at].IsWord && (message.Tokens[at].Capital || message.Is("org.head", at));

    /// <summary>The token after "S.L." or "Ltd." at or after <paramref name="end"/>.</summary>
    public static int WithLegal(Message message, int end)
    {
        var at = message.IsMark(end, ",") ? end + 1 : end;
        if (message.Lexicon["org.legal"].Find(message.Tokens, at) is { } legal)
            return legal.End;
        return message.Lexicon["org.suffix"].Find(message.Tokens, end) is { } house && house.End > end + 1 ? house.End : end;
    }

    private static (int Start, int End)? Capitals(Message message, int start)
    {
        if (!message.Tokens[start].IsWord || !message.Tokens[start].Capital || message.Is("role.owner", start) && start + 1 < message.Tokens.Length && !message.Tokens[start + 1].Capital)
            return null;
        var end = start + 1;
        while (end < message.Tokens.Length && end - start < Longest && message.Same(end, start, false))
        {
            if (IsPart(message, end) && !IsYearish(message, end))
                end++;
            else if (Connected(message, end) is > 0 and var next)
                end = next;
            else if (message.Is("org.suffix", end))
                end++;
            else if (Inside(message, start, end) is > 0 and var after)
                end = after;
            else
                break;
        }
        end = Listed(message, start, end);
        if (IsPlaceAlone(message, start, end))
            return null;
        var shorter = WithoutPlace(message, start, end);
        return shorter < end && IsOwn(message, start, shorter) ? (start, shorter) : (start, WithLegal(message, end));
    }

    /// <summary>"Textiles Huascarán": a name of its own, unlike "Clínica Dental" de Getafe and "Banco de Alimentos" de Lugo.</summary>
    private static bool IsOwn(Message message, int start, int end) =>
        end - start > 1 && !message.Is("org.head", end - 1) && !message.Is("org.suffix", end - 1)
        && (end - start > 2 && AreCapital(message, start, end) || !message.Is("particle", end - 2) && !message.Tokens[end - 1].IsPlain);

    private static bool AreCapital(Message message, int start, int end) => message.Tokens.AsSpan(start, end - start).ToArray().All(token => token.Capital);

    /// <summary>"Viña Tres Palos, Curicó.": the clause that opens a message or follows its greeting is a firm's name and nothing else.</summary>
    public static (int Start, int End)? Opening(Message message, int start) =>
        message.Is("org.head", start) && message.Tokens[start].Capital && Capitals(message, start) is var (first, end) && end - first > 1
        && (end == message.Tokens.Length || message.Tokens[end].Kind == TokenKind.Mark) ? Placed(message, first, end) ?? (IsOwn(message, first, end) ? (first, end) : null) : null;

    /// <summary>"Imprenta Mayo de Tandil": where a house is follows its name, though that is an everyday word.</summary>
    private static (int Start, int End)? Placed(Message message, int start, int end)
    {
        var name = WithoutPlace(message, start, end);
        return name < end && name - start > 1 && message.Tokens[name - 1].Capital && !message.Is("org.head", name - 1) && !message.Is("org.suffix", name - 1) ? (start, name) : null;
    }

    private static bool IsYearish(Message message, int at) =>
        message.Tokens[at].IsNumber && at + 1 < message.Tokens.Length && !message.Tokens[at + 1].Capital && message.Lexicon["people"].Find(message.Tokens, at + 1) is not null;

    /// <summary>"Grant, Chase &amp; Bloom": partners with commas, the last after "and".</summary>
    private static int Listed(Message message, int start, int end)
    {
        var at = end;
        while (end - start <= 2 && message.IsMark(at, ",") && at + 2 < message.Tokens.Length && message.Tokens[at + 1] is { IsWord: true, Capital: true })
        {
            at += 2;
            if ((message.Is("and", at) || message.IsMark(at, "&")) && at + 1 < message.Tokens.Length && message.Tokens[at + 1] is { IsWord: true, Capital: true })
                return at + 2 < message.Tokens.Length && IsPart(message, at + 2) && message.Same(at + 1, at + 2, false) ? at + 3 : at + 2;
        }
        return end;
    }

    /// <summary>"Next of Kin Vets", "Best in Show", "Cup of Joy": small words between capitals, where an everyday word opens the name or "of" follows.</summary>
    private static int Inside(Message message, int start, int at)
    {
        var next = at;
        while (next - at < 3 && message.Is("org.inside", next))
            next++;
        if (next == at || next >= message.Tokens.Length || message.Tokens[next] is not { IsWord: true, Capital: true } || !message.Same(at, next, false)
            || message.Lexicon["place"].Find(message.Tokens, next) is not null || message.Is("month", next) || message.Is("weekday", next) || NameSpan.IsGiven(message, next) && !message.Is("money.of", next - 1) || message.Is("org.legal", at - 1))
            return 0;
        var isPlain = at - start == 1 && message.Tokens[start].IsPlain && !message.Is("org.head", start) && !message.Is("org.suffix", start);
        return isPlain || at - start == 1 && message.Is("money.of", at) && message.Tokens[start].Norm.Length > 2 ? next + 1 : 0;
    }

    /// <summary>"del", "y", "and" between two capitals.</summary>
    private static int Connected(Message message, int at)
    {
        // "Rotary Club of Dundee".
        var next = message.Is("org.of", at - 1) && message.Is("money.of", at) ? at + 1 : at;
        while (next - at < 2 && next < message.Tokens.Length && (message.Is("particle", next) || message.Is("and", next) || message.IsMark(next, "&")))
            next++;
        var isName = next < message.Tokens.Length && (message.Tokens[next] is { IsWord: true, Capital: true } || message.Tokens[next].IsNumber && next - at == 2);
        return next > at && isName && message.Same(at, next, false) ? next + 1 : 0;
    }

    private static (int Start, int End)? LowerCase(Message message, int start)
    {
        // "From 3 kitchens" tells how many.
        if (message.Tokens[start].IsNumber)
            return null;
        var (end, suffix) = (start, start);
        while (end < message.Tokens.Length && end - start < Longest && message.Same(end, start, false) && (IsLower(message, start, end) || IsAndSons(message, start, end)))
        {
            end += IsLower(message, start, end) ? 1 : 2;
            if (message.Is("org.suffix", end - 1) && end - start > 1 || message.Is("org.legal", end - 1) && end - start > 1)
                suffix = end;
        }
        end = WithoutPlace(message, start, end);
        if (message.Is("org.head", start) && end - start > 1 && !message.Tokens[start + 1].IsPlain)
            return (start, WithLegal(message, Math.Max(end, suffix)));
        return suffix > start ? (start, WithLegal(message, suffix)) : null;
    }

    /// <summary>"soy luz, de luz y mar eventos": everyday words in lower case that close with the word of a house.</summary>
    public static (int Start, int End)? Closing(Message message, int start)
    {
        var end = start;
        while (end < message.Tokens.Length && end - start < Longest && message.Same(end, start, false) && message.Tokens[end].IsWord)
            end++;
        var isName = end - start > 2 && (message.Is("org.suffix", end - 1) || message.Is("org.head", end - 1)) && !message.Is("article", start) && !message.Is("org.generic", start) && !message.Is("role.area", start);
        for (var at = start; at < end; at++)
            isName &= message.Is("and", at) || !message.Is("particle", at) && !message.Is("place.context", at);
        return isName ? (start, end) : null;
    }

    /// <summary>"leeds &amp; daughters", "frost and sons".</summary>
    private static bool IsAndSons(Message message, int start, int at) =>
        at > start && (message.Is("and", at) || message.IsMark(at, "&")) && message.Is("org.kin", at + 1);

    private static bool IsLower(Message message, int start, int at) =>
        message.Tokens[at].Kind is TokenKind.Word or TokenKind.Number && !message.Is("company.stop", at)
        && (!message.Tokens[at].IsPlain || message.Is("org.suffix", at) || message.Is("org.head", at)
            || message.Is("particle", at) && at + 1 < message.Tokens.Length && message.Tokens[at + 1].IsWord && !message.Tokens[at + 1].IsPlain && at > start)
        && !(message.Is("role.head", at) && at == start);

    private static bool IsSaid(Message message, int start, int at) =>
        (message.Tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Url || message.IsMark(at, "&") || message.IsMark(at, "+") && message.Tokens[at].Glued)
        && (!message.Is("company.stop", at) || at == start || message.Tokens[at].Capital || message.Is("and", at) && message.Is("org.suffix", at + 1));

    /// <summary>"clinica albor zaragoza" keeps its place; "talleres ruiz de lugo" does not.</summary>
    private static int WithoutPlace(Message message, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (message.Is("place.context", at) && at + 1 < end && message.Lexicon["place"].Find(message.Tokens, at + 1) is { } place && place.End >= end)
                return at;
        }
        while (end > start + 1 && message.Is("particle", end - 1))
            end--;
        return end;
    }

    public static bool IsPlaceAlone(Message message, int start, int end) =>
        message.Lexicon["place"].Find(message.Tokens, start) is { } place && place.End == end;
}
