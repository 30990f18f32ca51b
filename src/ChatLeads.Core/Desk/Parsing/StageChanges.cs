using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>A stage that a lead is put into, for which amount, for which reason.</summary>
internal static class StageChanges
{
    /// <summary>No deal is worth less; smaller numbers are leads'.</summary>
    private const int LeastWorth = 100;

    /// <summary>Words between a stage and an unknown name.</summary>
    private const int MostBetween = 3;

    public static DeskRequest? Read(Slots slots)
    {
        var sentence = slots.Sentence;
        if (sentence.First(Classes.Stage) is not { } named)
            return null;
        var to = Enum.Parse<Stage>(named.Value, true);
        // "Henry's lost leads" is a list; "reopen lead 12" is not.
        if (to is Stage.Contact or Stage.Mql || sentence.At(named.End, Classes.LeadNoun) is { } noun && !sentence.Is(noun.End, "lead") || sentence.Before(named.Start, Classes.LeadNoun) is not null)
            return null;
        var closed = to is Stage.Lost or Stage.Disqualified;
        var reasonAt = ReasonAt(sentence, named, closed);
        // Several are a list: "los clientes que ganó Jorge".
        if (sentence.All("stage_plural").Any(plural => plural.Start < reasonAt))
            return null;
        if (IsList(sentence, reasonAt) && slots.Leads.Said(named.Start, named.End, namesToo: false) is null)
            return null;
        var name = slots.NameRuns.Where(run => run.End <= reasonAt && (run.End <= named.Start || run.Start >= named.End) && (run.Certain || IsNear(run, named))).OrderByDescending(run => run.Certain).FirstOrDefault();
        var number = slots.Leads.Said(named.Start, named.End, namesToo: false) is { } found && found.Start < reasonAt ? found : ((LeadRef Lead, int Start, int End)?)null;
        if (number is { } bare && !closed && bare.Start >= named.End && IsWorth(slots.Leads, bare.Lead))
            number = null;
        // Of a name and a number after it, the number is the amount: "raul vega won 4200".
        var said = number is not null && (name is not { Certain: true } || number.Value.Start < name.Start) ? number
            : name is null ? ((LeadRef, int, int)?)null : (LeadRef.Of(name.Name), name.Start, name.End);
        var amount = closed ? null : Amount(slots, said?.Item2 ?? -1);
        var reason = reasonAt < sentence.Count ? Notes.Payload(sentence, sentence.Skip(sentence.Skip(reasonAt, "reason_weak"), Classes.Reason)) : "";
        return new DeskRequest.SetStage(said?.Item1 ?? slots.Leads.Current, to, amount?.Value, amount?.Currency, reason.Length > 0 ? reason : null);
    }

    /// <summary>Unknown words are a lead's name only beside the stage: nobody is called after what else was lost.</summary>
    private static bool IsNear(NameRun run, Hit stage) => stage.Start - run.End is >= 0 and <= MostBetween || run.Start - stage.End is >= 0 and <= MostBetween;

    /// <summary>"Marta's qualified and opportunity ones": stages side by side ask for leads in any of them.</summary>
    private static bool IsList(Sentence sentence, int end)
    {
        var stages = sentence.All(Classes.Stage).Where(stage => stage.Start < end).ToList();
        return stages.Zip(stages.Skip(1)).Any(pair => pair.First.Value != pair.Second.Value && Joined(sentence, pair.First.End, pair.Second.Start));
    }

    private static bool Joined(Sentence sentence, int from, int to)
    {
        var at = sentence.SkipAll(from, Classes.Or, Classes.PlaceIn, Classes.Article);
        return at == to && at > from || to == from + 1 && sentence[from].Word is "," or "/" or "+" or "&";
    }

    /// <summary>"Won 6000" while a lead is spoken of: a number that no list showed is what the deal is worth.</summary>
    private static bool IsWorth(Leads leads, LeadRef number) =>
        !leads.IsCommand && number.Number >= LeastWorth && leads.Current is { } current && current != number && !leads.Shows(number);

    private static Amount? Amount(Slots slots, int lead) =>
        slots.Amounts.FirstOrDefault(amount => amount.IsMarked) ?? slots.Amounts.FirstOrDefault(amount => amount.Start != lead);

    /// <summary>The token where the reason begins: after "reason", or, for a lead that is given up, after "por", a comma or a dash.</summary>
    private static int ReasonAt(Sentence sentence, Hit stage, bool closed)
    {
        if (sentence.First(Classes.Reason) is { } cue)
            return cue.Start;
        if (!closed)
            return sentence.Count;
        for (var i = stage.End; i < sentence.Count - 1; i++)
            if (sentence.Is(i, "reason_weak") || sentence[i].Word is "," or ":" or "(" or "-" or "–" or ";" && sentence.At(i + 1, "lead") is not { Value: not "pronoun" } && sentence.SkipNoise(i + 1) < sentence.Count)
                return i;
        return sentence.Count;
    }
}
