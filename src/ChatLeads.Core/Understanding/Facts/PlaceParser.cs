using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>The city, region or country that they are in.</summary>
internal static class PlaceParser
{
    private const string Parser = "place";

    public static void Find(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (message.Lexicon["place"].Find(message.Tokens, at) is not { } place)
                continue;
            if (Weight(message, at, place.End) is > 0 and var weight)
                Add(message, found, at, place.End, weight);
            at = place.End - 1;
        }
        foreach (var cue in message.In("place.mine"))
            AddUnlisted(message, found, cue.End, 60, cue.Length > 1);
        foreach (var cue in message.In("place.of"))
        {
            if (!message.Tokens[cue.Start].Capital && !NameSpan.IsGiven(message, cue.End))
                AddUnlisted(message, found, cue.End, 46);
        }
        for (var at = 1; at < message.Tokens.Length; at++)
        {
            if (message.Is("place.inside", at - 1) && !message.Asks(Field.Location))
                AddUnlisted(message, found, at, 46);
        }
        // Places are added meanwhile, and no houses.
        for (var i = 0; i < found.All.Count; i++)
        {
            if (found.All[i] is { Lost: null } house && house.Field == Field.Company)
                AddBehind(message, found, house.End);
        }
        if (message.Asks(Field.Location))
            AddAsked(message, found);
    }

    /// <summary>"Burren Kayaks, Lahinch, nine of us": what stands alone behind the house is where it is.</summary>
    private static void AddBehind(Message message, Candidates found, int end)
    {
        if (!message.IsMark(end, ",") || end + 1 >= message.Tokens.Length || NameSpan.IsGiven(message, end + 1) || message.Is("surname", end + 1) || RoleParser.Read(message, end + 1) is not null)
            return;
        if (Unlisted(message, end + 1) is { } after && after - end <= 3 && Closes(message, after))
            AddUnlisted(message, found, end + 1, 44);
    }

    private static int Weight(Message message, int at, int end)
    {
        if (message.Is("month", at) && !message.Tokens[at].Capital)
            return 0;
        if (IsInHouse(message, at, end))
            return 46;
        if (message.EndingAt("place.seat", at) is not null)
            return 88;
        if (message.EndingAt("place.mine", at) is not null)
            return 86;
        var isAsked = message.Asks(Field.Location);
        if (message.EndingAt("place.weak", at) is not null)
            return isAsked ? 80 : 70;
        if (isAsked && NameSpan.OpensClause(message, at))
            return at == 0 ? 81 : 78;
        if (isAsked)
            return 55;
        if (message.IsMark(at - 1, "(") && message.IsMark(end, ")") || at == 0 && end == message.Tokens.Length && !message.Asks(Field.Name) && !message.Asks(Field.Company))
            return 60;
        var isAlone = NameSpan.OpensClause(message, at) && (end == message.Tokens.Length || message.Tokens[end].Kind == TokenKind.Mark);
        return isAlone && at > 0 && (message.Tokens[at].Capital || !message.Is("place.ambiguous", at)) ? 50 : message.StartingAt("place.based", end) is not null ? 70 : 0;
    }

    /// <summary>"Tom from Cashel Cheese Co": the town is part of the firm's name.</summary>
    private static bool IsInHouse(Message message, int at, int end) =>
        message.Tokens[at].Capital && OrgSpan.Written(message, at) is var (_, last) && last - end > 1 && (message.Is("org.suffix", last - 1) || message.Is("org.legal", last - 1));

    /// <summary>A place that no list has: by its capital, or as the only word after "based in" and the like.</summary>
    private static void AddUnlisted(Message message, Candidates found, int start, int weight, bool isSaid = false)
    {
        if (start < message.Tokens.Length && message.Lexicon["place"].Find(message.Tokens, start) is null
            && !message.Is("org.head", start) && !message.Is("month", start) && !message.Is("weekday", start) && !message.Is("season", start) && Unlisted(message, start) is { } end
            && (message.Tokens[start].Capital || isSaid && end - start == 1 && message.Tokens[start].Norm.Length > 3 && Closes(message, end) && !Gibberish.Is(message, start)) && !message.Is("org.suffix", end - 1))
            Add(message, found, start, end, weight);
    }

    private static bool Closes(Message message, int at) =>
        at == message.Tokens.Length || message.Tokens[at].Kind == TokenKind.Mark || message.Is("and", at) || message.Is("org.link", at) || message.Tokens[at].Clause != message.Tokens[at - 1].Clause;

    private static void AddAsked(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if ((NameSpan.OpensClause(message, at) || message.EndingAt("place.weak", at) is not null || message.EndingAt("place.mine", at) is not null)
                && message.Tokens[at].Sentence == 0 && message.Lexicon["place"].Find(message.Tokens, at) is null && Unlisted(message, at) is { } end)
                Add(message, found, at, end, 45);
        }
    }

    private static int? Unlisted(Message message, int start)
    {
        var end = start;
        while (end < message.Tokens.Length && end - start < 4 && message.Same(end, start, false) && message.Tokens[end].IsWord
            && (!message.Tokens[end].IsPlain || end > start && message.Is("particle", end) && end + 1 < message.Tokens.Length && message.Tokens[end + 1].Capital))
        {
            end++;
        }
        return end > start && message.Tokens[start].Norm.Length > 2 ? end : null;
    }

    private static void Add(Message message, Candidates found, int start, int end, int weight)
    {
        var blocked = message.Before("place.theirs", start) is { } theirs && start - theirs.End <= 2 && message.EndingAt("place.mine", start)?.Length is not > 2
            || message.Before("place.block", start) is { } block && start - block.End <= 2 && message.EndingAt("place.mine", start) is null;
        var lost = blocked || message.StartingAt("place.past", end) is not null || !message.Tokens[start].Capital && message.Touches("place.not", start, end) ? Reasons.Blocked
            : weight is not (88 or 78 or 80 or 81) && message.EndingAt("place.mine", start)?.Length is not > 2 && Owners.IsOthers(message, start, end) ? Reasons.Others : null;
        found.Add(Field.Location, new TextValue(message.Text(start, end)), start, end, weight, Parser, lost);
    }
}
