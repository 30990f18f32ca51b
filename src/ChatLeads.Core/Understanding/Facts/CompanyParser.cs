using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>The organisation that the person writes for.</summary>
internal static class CompanyParser
{
    private const string Parser = "company";

    public static void Find(Message message, Candidates found)
    {
        foreach (var cue in message.In("company.mine"))
            AddSaid(message, found, cue.End);
        foreach (var cue in message.In("company.we"))
            Add(message, found, OrgSpan.Written(message, cue.End), 76);
        foreach (var cue in message.In("company.at"))
            Add(message, found, OrgSpan.Written(message, cue.End) is var (start, end) && (end - start > 1 || !message.Is("place.inside", start - 1)) ? (start, end) : null, 72);
        // Houses are added meanwhile, and no persons.
        for (var i = 0; i < found.All.Count; i++)
        {
            if (found.All[i].Field == Field.Name || found.All[i].Field == Field.Role)
                AddBehind(message, found, found.All[i]);
        }
        foreach (var cue in message.In("company.kind"))
            AddKind(message, found, cue.End);
        foreach (var cue in message.In("name.after"))
            AddHere(message, found, cue.Start);
        foreach (var cue in message.In("company.on"))
            AddOn(message, found, cue.Start);
        AddLegal(message, found);
        AddGreeted(message, found);
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (NameSpan.OpensClause(message, at))
                Add(message, found, OrgSpan.Opening(message, at), 57);
        }
        if (message.Asks(Field.Company))
            AddAsked(message, found);
    }

    /// <summary>After "trabajo en" a town is a place of work, not its name.</summary>
    private static void AddSaid(Message message, Candidates found, int at)
    {
        if (OrgSpan.Said(message, at) is var (start, end) && !(message.Is("place.inside", start - 1) && OrgSpan.IsPlaceAlone(message, start, end)))
            Add(message, found, (start, end), 90);
    }

    /// <summary>"Ana de Talleres Ruiz", "head of admissions at Bright Minds Academy".</summary>
    private static void AddBehind(Message message, Candidates found, Candidate person)
    {
        var last = message.StartingAt("name.after", person.End)?.End ?? person.End;
        var link = message.IsMark(last, ",") || message.IsMark(last, "(") ? last + 1 : last;
        // "w/ Banks & Daughter".
        if (message.Is("org.link", link) && message.IsMark(link + 1, "/"))
            link++;
        if (message.Is("org.link", link) || message.IsMark(link, "/"))
            Add(message, found, OrgSpan.Written(message, link + 1) ?? (link > last ? OrgSpan.Closing(message, link + 1) : null), 74, person.Lost);
        else if (message.Is("place.inside", link) && OrgSpan.Written(message, link + 1) is var (first, after) && after - first > 1)
            Add(message, found, (first, after), 66, person.Lost);
        else if (link > last && (person.Field == Field.Name || OrgSpan.Written(message, link) is var (start, end) && end - start > 1))
            Add(message, found, OrgSpan.Written(message, link), 58, person.Lost);
    }

    /// <summary>"our food bank, Second Helping,": a name of more words, or of one that is no other.</summary>
    private static void AddKind(Message message, Candidates found, int at)
    {
        if (at >= message.Tokens.Length || !message.Tokens[at].Capital || OrgSpan.Written(message, at) is not var (start, end))
            return;
        var isOne = end - start == 1 && (message.Tokens[start].IsPlain || message.Is("weekday", start) || message.Is("month", start));
        var isPerson = NameSpan.IsGiven(message, start) && !message.Is("org.suffix", end - 1) || message.Is("title", start);
        if (!isOne && !isPerson && (end == message.Tokens.Length || !message.Tokens[end].IsNumber))
            Add(message, found, (start, end), 68);
    }

    /// <summary>"put Hatch &amp; Sons on the invoice".</summary>
    private static void AddOn(Message message, Candidates found, int end)
    {
        var start = end;
        while (start > 0 && OrgSpan.IsPart(message, start - 1) && message.Same(start - 1, end, false))
            start--;
        if (start > 0 && start < end && message.Tokens[start].Capital)
            Add(message, found, (start, end), 72);
    }

    /// <summary>"Lonestar Plumbing here".</summary>
    private static void AddHere(Message message, Candidates found, int end)
    {
        var start = end;
        while (start > 0 && OrgSpan.IsPart(message, start - 1) && message.Same(start - 1, end, false))
            start--;
        if (end - start > 1 && NameSpan.OpensClause(message, start) && (message.Is("org.suffix", end - 1) || message.Is("org.head", start)))
            Add(message, found, (start, end), 72);
    }

    /// <summary>"Namaste, Meenakshi Gems, jewellery exporter": a house by its last word opens the message and stands alone.</summary>
    private static void AddGreeted(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length && message.Tokens[at].Sentence <= 1; at++)
        {
            if (!message.Tokens[at].Capital || !NameSpan.OpensClause(message, at) || at > 0 && message.EndingAt("intent.greet", message.IsMark(at - 1, ",") ? at - 1 : at) is null)
                continue;
            if (OrgSpan.Written(message, at) is var (start, end) && end - start > 1 && message.Is("org.suffix", end - 1) && end < message.Tokens.Length && (message.IsMark(end, ",") || message.IsMark(end, ".")))
                Add(message, found, (start, end), 64);
        }
    }

    /// <summary>"… Reformas Gil SL": a legal form says that it is a firm.</summary>
    private static void AddLegal(Message message, Candidates found)
    {
        for (var at = 1; at < message.Tokens.Length; at++)
        {
            if (!message.Is("org.legal", at) || !(message.Tokens[at].Capital || message.Tokens[at].Norm.Length > 2))
                continue;
            var start = at;
            while (start > 0 && OrgSpan.IsPart(message, start - 1) && message.Same(start - 1, at, false))
                start--;
            if (start < at)
                Add(message, found, (start, OrgSpan.WithLegal(message, at)), 70);
        }
    }

    private static void AddAsked(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (NameSpan.OpensAnswer(message, at) && OrgSpan.Said(message, at) is { } span && !IsSentence(message, span))
                Add(message, found, span, IsAllCapitals(message, span) ? 92 : message.Tokens[at].Sentence == 0 ? 62 : 40);
        }
    }

    /// <summary>"Mañana Mismo SL" is the whole answer and written as a name: its words say nothing else.</summary>
    private static bool IsAllCapitals(Message message, (int Start, int End) span)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (at < span.Start || at >= span.End ? message.Tokens[at].IsWord : message.Tokens[at] is { IsWord: true, Capital: false } && !message.Is("particle", at) && !message.Is("and", at))
                return false;
        }
        return span.End - span.Start > 1;
    }

    /// <summary>An answer of everyday words only ("hold on a sec") is no firm.</summary>
    private static bool IsSentence(Message message, (int Start, int End) span)
    {
        if (message.Is("org.legal", span.End - 1) || message.Is("org.head", span.Start))
            return false;
        var (plain, words) = (0, 0);
        for (var at = span.Start; at < span.End; at++)
        {
            if (message.Is("particle", at) || message.Is("and", at))
                continue;
            words++;
            if (message.Tokens[at].IsPlain && !message.Is("org.suffix", at) && !(message.Tokens[at].Capital && span.End - span.Start > 1))
                plain++;
        }
        return plain * 2 > words || plain > 0 && message.Tokens[span.Start].IsPlain
            && !message.Tokens[span.Start].Capital && !message.Is("org.the", span.Start);
    }

    /// <summary>"On behalf of Mr Ravi Shah": a person, unless the last word is a firm's.</summary>
    private static bool IsTitled(Message message, int start, int end) =>
        message.Is("title", start) && !message.Is("org.suffix", end - 1) && !message.Is("org.legal", end - 1)
        && (!message.Tokens[start].Capital || end - start > 2 && (NameSpan.IsGiven(message, start + 1) || message.Is("surname", end - 1)));

    private static void Add(Message message, Candidates found, (int Start, int End)? span, int weight, string? lost = null)
    {
        if (span is not var (start, end) || end <= start || IsTitled(message, start, end))
            return;
        var loss = lost ?? (Owners.IsOthers(message, start, end) || weight < 90 && message.Before("company.block", start) is { } block && start - block.End <= 2 ? Reasons.Others : null);
        found.Add(Field.Company, new TextValue(message.Text(start, end).Trim('"', '\'', '“', '”', '«', '»')), start, end, weight, Parser, loss);
    }
}
