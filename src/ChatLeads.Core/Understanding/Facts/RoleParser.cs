using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>The job title, and the say that an owner's title implies.</summary>
internal static class RoleParser
{
    private const string Parser = "role";
    private const int Longest = 6;

    public static void Find(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (Read(message, at) is not { } end)
                continue;
            if (Weight(message, found, at, end) is > 0 and var weight)
                Add(message, found, at, end, weight);
            at = end - 1;
        }
    }

    /// <summary>The token after a title that starts at a token: "office manager", "jefa de estudios", "head of admissions".</summary>
    public static int? Read(Message message, int at)
    {
        var end = at;
        while (end - at < 3 && message.Is("role.level", end) && !message.Is("role.head", end))
            end++;
        if (message.Lexicon["role.owner"].Find(message.Tokens, end) is { } owner)
            return WithSecond(message, owner.End);
        if (message.Lexicon["role.head"].Find(message.Tokens, end) is not { } head)
            return null;
        end = head.End;
        while (end < message.Tokens.Length && end - at < Longest && message.Same(end, at, false))
        {
            if (message.Is("role.level", end) || message.Is("role.head", end) && message.Is("role.level", end - 1))
                end++;
            else if (Area(message, end) is > 0 and var next)
                end = next;
            else
                break;
        }
        return WithSecond(message, end);
    }

    /// <summary>"de compras", "of sales and marketing".</summary>
    private static int Area(Message message, int at)
    {
        if (!message.Is("role.link", at))
            return 0;
        var area = message.Is("article", at + 1) && !message.Is("one", at + 1) ? at + 2 : at + 1;
        if (message.Lexicon["role.area"].Find(message.Tokens, area) is not { } found)
            return IsUnlistedArea(message, area) ? area + 1 : 0;
        var end = found.End;
        // "administrador de la residencia Los Olivos": a house, not an area.
        if (end < message.Tokens.Length && message.Tokens[end] is { IsWord: true, Capital: true } && message.Same(end, at, false)
            && (!message.Tokens[area].Capital || message.Is("org.head", area) && !message.Is("role.level", end)))
            return 0;
        while (message.Is("role.level", end))
            end++;
        return message.Is("and", end) && message.Lexicon["role.area"].Find(message.Tokens, end + 1) is { } second ? second.End : end;
    }

    /// <summary>"jefa de planillas en…": a plural that no list has, with the house or nothing behind it.</summary>
    private static bool IsUnlistedArea(Message message, int at)
    {
        if (at >= message.Tokens.Length || message.Tokens[at] is not { IsWord: true, Capital: false, Norm.Length: > 4 } || !message.Is("role.link", at - 1))
            return false;
        var closes = at + 1 == message.Tokens.Length || message.Tokens[at + 1].Kind == TokenKind.Mark || message.Is("org.link", at + 1);
        return closes && message.Tokens[at].Norm[^1] == 's' && !NameSpan.IsGiven(message, at) && !message.Is("surname", at) && !message.Is("place", at);
    }

    /// <summary>"owner and ceo", "founder / CEO".</summary>
    private static int WithSecond(Message message, int end)
    {
        if (!message.Is("and", end) && !message.IsMark(end, "/") && !message.IsMark(end, "&"))
            return end;
        return (message.Lexicon["role.owner"].Find(message.Tokens, end + 1) ?? message.Lexicon["role.head"].Find(message.Tokens, end + 1)) is { } second ? second.End : end;
    }

    private static int Weight(Message message, Candidates found, int at, int end)
    {
        if (message.EndingAt("role.sought", at) is not null)
            return 0;
        if (message.EndingAt("role.mine", at) is not null)
            return 85;
        // To "what is your trade?" an insurance broker says the trade, not a title.
        if (message.Request.Asking is { } asked && !Field.Known.Contains(asked))
            return 0;
        // "Im Asha, his PA".
        if ((message.Is("article", at - 1) || message.Is("role.theirs", at - 1)) && IsNamed(message, found, at - 1) && message.StartingAt("authority.defers", at) is null)
            return 70;
        if (message.Touches("role.block", at, end) || message.StartingAt("authority.defers", at) is not null)
            return 0;
        var closes = end == message.Tokens.Length || message.Tokens[end].Kind == TokenKind.Mark || message.Tokens[end].Clause != message.Tokens[at].Clause || message.Is("org.link", end);
        if (NameSpan.OpensClause(message, at) && (closes || message.StartingAt("name.after", end) is not null))
            return message.Asks(Field.Role) ? 84 : 68;
        return message.Asks(Field.Role) && message.Tokens.Length <= 8 && message.EndingAt("owner.other", at) is null ? 60 : 0;
    }

    /// <summary>"soy Nieves, la administrativa", with the comma or without.</summary>
    private static bool IsNamed(Message message, Candidates found, int article)
    {
        var end = message.IsMark(article - 1, ",") ? article - 1 : article;
        foreach (var candidate in found.All)
        {
            if (candidate.Field == Field.Name && candidate.Lost is null && candidate.End == end)
                return true;
        }
        return false;
    }

    private static void Add(Message message, Candidates found, int start, int end, int weight)
    {
        var lost = message.EndingAt("role.mine", start) is null && Owners.IsOthers(message, start, end) ? Reasons.Others : null;
        found.Add(Field.Role, new TextValue(message.Text(start, end)), start, end, weight, Parser, lost);
        if (Decides(message, start, end))
            found.Add(Field.Authority, new ChoiceValue("decides"), start, end, 55, Parser, lost);
    }

    private static bool Decides(Message message, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (message.Lexicon["role.owner"].Find(message.Tokens, at) is not null || message.Lexicon["role.buyer"].Find(message.Tokens, at) is not null)
                return true;
        }
        return false;
    }
}
