using System.Globalization;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>The person's own name, by how people introduce themselves or by being asked.</summary>
internal static class NameParser
{
    private const string Parser = "name";

    public static void Find(Message message, Candidates found)
    {
        foreach (var cue in message.In("name.mine"))
            Add(message, found, cue.End, 88, true);
        foreach (var cue in message.In("name.weak"))
            Add(message, found, cue.End, 78, false);
        foreach (var cue in message.In("name.asked"))
        {
            if (message.Asks(Field.Name) || NameSpan.IsGiven(message, cue.End) && message.Tokens[cue.End].Capital)
                Add(message, found, cue.End, 78, false);
        }
        foreach (var cue in message.In("name.opens"))
        {
            if (NameSpan.OpensAnswer(message, cue.Start))
                AddOpening(message, found, cue.End);
        }
        foreach (var cue in message.In("name.sign"))
            AddSigned(message, found, cue.End);
        foreach (var cue in message.In("name.after"))
            AddBefore(message, found, cue.Start);
        foreach (var cue in message.In("name.ends"))
            AddToldBehind(message, found, cue.Start);
        for (var at = 0; at < message.Tokens.Length; at++)
            AddBare(message, found, at);
        if (message.Asks(Field.Name))
            AddAsked(message, found);
    }

    private static void Add(Message message, Candidates found, int start, int weight, bool isSaid)
    {
        if (NameSpan.Read(message, start, isSaid) is not { } span)
            return;
        var longer = span.End - span.Start > 1 ? 1 : 0;
        found.Add(Field.Name, new TextValue(Written(message, span.Start, span.End)), span.Start, span.End, weight + longer, Parser, Loss(message, span.Start, span.End));
    }

    /// <summary>"Saludos, Ana" at the end of the message.</summary>
    private static void AddSigned(Message message, Candidates found, int end)
    {
        var start = message.IsMark(end, ",") || message.IsMark(end, "-") || message.IsMark(end, ".") ? end + 1 : end;
        if (NameSpan.Read(message, start, false) is { } span && span.End >= message.Tokens.Length - 1)
            Add(message, found, start, 70, false);
    }

    /// <summary>"its gaz from the tile shop": whatever the word, who is from somewhere says a name.</summary>
    private static void AddOpening(Message message, Candidates found, int at)
    {
        if (NameSpan.Read(message, at, true) is not { } span)
            return;
        var isFrom = message.Is("name.from", span.End) && (span.End - at == 1 || NameSpan.IsGiven(message, at));
        var isAlone = NameSpan.IsGiven(message, at) && !message.Tokens[at].IsPlain && (span.End == message.Tokens.Length || message.Tokens[span.End].Kind == TokenKind.Mark);
        if (isFrom || isAlone)
            Add(message, found, at, 78, true);
    }

    /// <summary>"priya here", "Tom speaking"; "Ngaire speaking" where the message begins so.</summary>
    private static void AddBefore(Message message, Candidates found, int end)
    {
        for (var start = Math.Max(0, end - 3); start < end; start++)
        {
            // "Co-founder here".
            if (RoleParser.Read(message, start) == end)
                return;
            var opens = NameSpan.OpensAnswer(message, start) && (end - start == 1 || NameSpan.UnlistedPair(message, start) == end);
            if (NameSpan.Read(message, start, opens) is { } span && span.End == end && (NameSpan.IsGiven(message, start) || opens))
            {
                Add(message, found, start, 76, opens);
                return;
            }
        }
    }

    /// <summary>"Peter Frost is my name", "summer's the name": whatever the words, they open the clause and are said to be a name.</summary>
    private static void AddToldBehind(Message message, Candidates found, int end)
    {
        var start = end;
        while (start > 0 && end - start < 3 && message.Tokens[start - 1].IsWord && !NameSpan.OpensClause(message, start))
            start--;
        if (start == end || !NameSpan.OpensClause(message, start))
            return;
        var isShort = !message.Tokens[end].Is("is");
        var text = Written(message, start, end);
        if (isShort && !text.EndsWith("'s", StringComparison.Ordinal) && !text.EndsWith("’s", StringComparison.Ordinal))
            return;
        if (!isShort && !NameSpan.IsGiven(message, start) && !NameSpan.IsUnlisted(message, start))
            return;
        found.Add(Field.Name, new TextValue(isShort ? text[..^2] : text), start, end, 88, Parser, Loss(message, start, end));
    }

    /// <summary>"buenas, Fabián Cortés de Solar Andina": a whole name, or a first name with a house behind it, opens a clause.</summary>
    private static void AddBare(Message message, Candidates found, int at)
    {
        if (IsGreeted(message, at) || IsUnlistedWhole(message, at))
            Add(message, found, at, 62, true);
        if (message.InClause("name.told", at))
            return;
        if (message.Before("name.block", at) is { } block && block.End == at || !NameSpan.IsGiven(message, at) || !NameSpan.OpensClause(message, at) || NameSpan.Read(message, at, false) is not { } span)
            return;
        var ends = span.End == message.Tokens.Length || message.Tokens[span.End].Kind == TokenKind.Mark;
        var house = message.Is("org.link", span.End) && span.End + 1 < message.Tokens.Length;
        var role = message.IsMark(span.End, ",") && span.End + 1 < message.Tokens.Length && RoleParser.Read(message, span.End + 1) is not null;
        if (role || span.End - span.Start >= 2 && (ends || house) || house && (message.Tokens[span.End + 1].Capital && message.Tokens[at].Capital || OpensPlainly(message, at)))
            Add(message, found, at, 62, false);
    }

    /// <summary>"Kestrel Vaughan, depot manager", "hey, Jaxon Pike of Lumen Solar" at the beginning of a message.</summary>
    private static bool IsUnlistedWhole(Message message, int at)
    {
        if (!NameSpan.OpensAnswer(message, at) || Pair(message, at) is not (> 0 and var end) || message.EndingAt("name.block", at) is not null && message.EndingAt("intent.greet", at) is null)
            return false;
        return message.IsMark(end, ",") && end + 1 < message.Tokens.Length && (RoleParser.Read(message, end + 1) is not null || message.StartingAt("name.self", end + 1) is not null)
            || message.Is("org.link", end) && end + 1 < message.Tokens.Length && message.Tokens[end + 1].Capital;
    }

    /// <summary>"Dallas Reed, practice manager": a town before a surname is a first name, too.</summary>
    private static int Pair(Message message, int at) =>
        NameSpan.UnlistedPair(message, at) is > 0 and var end ? end
        : IsPlainPair(message, at) ? at + 2
        : message.Tokens[at].Capital && at + 1 < message.Tokens.Length && message.Tokens[at + 1].Capital && message.Is("place", at) && message.Is("surname", at + 1) ? at + 2
        : 0;

    /// <summary>"Dale Whitaker, owner": before a title, capitals outweigh that the first is an everyday word.</summary>
    private static bool IsPlainPair(Message message, int at) =>
        message.Tokens[at] is { IsWord: true, Capital: true, Norm.Length: > 2 } && !message.Is("name.stop", at) && !message.Is("org.head", at) && !message.Is("place", at) && !message.Is("org.the", at)
        && NameSpan.IsUnlisted(message, at + 1) && message.Same(at, at + 1, false) && message.IsMark(at + 2, ",") && at + 3 < message.Tokens.Length && RoleParser.Read(message, at + 3) is not null;

    /// <summary>"hi, marcus from Tideway Plumbing": a name that no list has, between the greeting and the house.</summary>
    private static bool IsGreeted(Message message, int at)
    {
        var house = message.IsMark(at + 2, "/") ? at + 3 : at + 2;
        if (!message.Tokens[at].IsWord || !message.Is("org.link", at + 1) || house >= message.Tokens.Length || !message.Tokens[house].Capital
            || message.Tokens[at].IsPlain && !(NameSpan.IsGiven(message, at) && house > at + 2))
            return false;
        if (house > at + 2 && at == 0)
            return true;
        return message.EndingAt("intent.greet", message.IsMark(at - 1, ",") ? at - 1 : at) is not null;
    }

    /// <summary>The answer to "what is your name?": what is left of the first clauses when the polite words are gone.</summary>
    private static void AddAsked(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            // "Ana Ruiz, Soria": a town after the name is where she is.
            if (!NameSpan.OpensAnswer(message, at) || message.Is("place", at) && found.Has(Field.Name) || NameSpan.Read(message, at, true) is not { } span)
                continue;
            var ends = span.End == message.Tokens.Length || message.Tokens[span.End].Kind is TokenKind.Mark or TokenKind.Email || message.Tokens[span.End].IsNumber
                || message.Is("org.link", span.End) || message.Is("and", span.End) || message.Tokens[span.End].Clause != message.Tokens[span.End - 1].Clause;
            if (ends)
                Add(message, found, at, NameSpan.IsGiven(message, span.Start) ? 84 : 60, true);
        }
    }

    /// <summary>"hey! jordan at copper canyon": a given name that is no other word, at the beginning, without capitals.</summary>
    private static bool OpensPlainly(Message message, int at) =>
        !message.Tokens[at].IsPlain && (at == 0 || message.Tokens[at].Sentence <= 1 && message.EndingAt("intent.greet", message.Tokens[at - 1].IsWord ? at : at - 1) is not null);

    private static string? Loss(Message message, int start, int end) => Owners.IsOthers(message, start, end) ? Reasons.Others : null;

    /// <summary>As written, with capitals where the person left them out: "rosa blanco" is Rosa Blanco, "ANA" is Ana.</summary>
    private static string Written(Message message, int start, int end)
    {
        var words = new List<string>();
        for (var at = start; at < end; at++)
        {
            var word = message.Text(at, at + 1);
            words.Add(at > start && message.Is("particle", at) ? word.ToLowerInvariant() : Capitalised(word));
        }
        return string.Join(' ', words);
    }

    private static string Capitalised(string word)
    {
        var isShouted = word.Length > 2 && !word.Any(char.IsLower);
        if (!isShouted && word.Any(char.IsUpper))
            return word;
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()).Replace("'S", "'s", StringComparison.Ordinal);
    }
}
