namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Requests that name a colleague beside, or instead of, a lead.</summary>
internal static class People
{
    public static DeskRequest? Assign(Slots slots)
    {
        var sentence = slots.Sentence;
        var said = slots.Leads.Said(namesToo: false);
        var runs = slots.NameRuns.Where(run => !IsNot(sentence, run.Start, Classes.Destination)).ToList();
        var toMe = sentence.All(Classes.Me).LastOrDefault();
        if (toMe is not null && (runs.Count == 0 || runs.Count == 1 && said is null && (Destined(sentence, runs[0]) is false || IsGiven(sentence, toMe, runs[0]))))
            return new DeskRequest.Assign(said?.Lead ?? (runs.Count == 1 ? LeadRef.Of(runs[0].Name) : slots.Leads.Current), LeadFilter.Me);
        if (runs.Count == 0)
            return null;
        // "Transfer 500 euros to Ana" is about money.
        if (slots.Amounts.Any(amount => amount.IsMarked))
            return null;
        var person = runs.LastOrDefault(run => Destined(sentence, run)) ?? (runs.Count == 1 || said is not null ? runs[^1] : runs[0]);
        var lead = runs.FirstOrDefault(run => run != person);
        if (said is null && lead is null && !person.Certain && !Destined(sentence, person))
            return null;
        return new DeskRequest.Assign(said?.Lead ?? (lead is null ? slots.Leads.Current : LeadRef.Of(lead.Name)), person.Name);
    }

    /// <summary>"Asígname a Inés Coll": the lead, for whom me is; not "asígnamelo a Inés".</summary>
    private static bool IsGiven(Sentence sentence, Hit me, NameRun run) =>
        me.End - me.Start == 1 && sentence.Before(run.Start, Classes.Destination) is { } to && to.Start == me.End;

    /// <summary>"To Marta, not to Diego", "instead of Diego".</summary>
    private static bool IsNot(Sentence sentence, int start, string preposition)
    {
        start = sentence.Before(start, Classes.Article)?.Start ?? start;
        return sentence.Before(start, "negation") is not null || sentence.Before(start, preposition) is { } before && sentence.Before(before.Start, "negation") is not null;
    }

    private static bool Destined(Sentence sentence, NameRun run) => sentence.Before(run.Start, Classes.Destination) is not null;

    private static int After(Sentence sentence, int i) => sentence.SkipAll(i, Classes.Article, Classes.Destination, Classes.Noise, Classes.Role);

    private static int NameEnd(Sentence sentence, int i)
    {
        while (i < sentence.Count && sentence[i].Kind == TokenKind.Word && !sentence.Is(i, "as_role") && !sentence.Is(i, Classes.Role))
            i++;
        return i;
    }

    public static DeskRequest? Invite(Slots slots, KindScore cue)
    {
        var sentence = slots.Sentence;
        // "add X as a rep": the cue reaches over the name.
        var start = After(sentence, cue.End - cue.Start > 3 && sentence.Before(cue.End, Classes.Role) is not null ? cue.Start + 1 : cue.End);
        var end = NameEnd(sentence, start);
        var written = end - start is > 0 and <= 4 ? Folding.Capitalise(sentence.Written(start, end)) : (slots.NameRuns is [var run, ..] ? run.Name : null);
        if (written is null)
            return null;
        var role = sentence.All(Classes.Role).LastOrDefault(said => !IsNot(sentence, said.Start, "as_role")) is { } said ? Enum.Parse<Role>(said.Value, true) : (Role?)null;
        return new DeskRequest.Invite(written, role);
    }
}
