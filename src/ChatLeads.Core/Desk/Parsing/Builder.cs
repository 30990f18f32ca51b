using static ChatLeads.Core.Desk.DeskRequest;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Makes the request of a kind out of what was said; null when what it cannot do without is missing.</summary>
internal static class Builder
{
    public static DeskRequest? Build(KindScore kind, Slots slots) => kind.Kind switch
    {
        "leads" => new ListLeads(slots.Filter),
        "export" => new ExportLeads(slots.Filter),
        "lead" => slots.Lead is { } lead ? new ShowLead(lead) : null,
        "transcript" => new ShowTranscript(slots.Lead),
        "next_step" => new DeskRequest.ShowNextStep(slots.Lead),
        "claim" => new Claim(slots.Lead),
        "takeover" => new TakeOver(slots.Lead),
        "release" => new Release(slots.Lead),
        "assign" => People.Assign(slots),
        "note" => Notes.Read(slots, kind),
        "snooze" => Snoozed(slots),
        "stage" => StageChanges.Read(slots),
        "contacted.reached" or "contacted.no_answer" when slots.Sentence.Has("who") => null,
        "contacted.reached" => new Contacted(slots.Lead, slots.Sentence.Has(Classes.NoAnswer) || slots.Kinds.Any(other => other is { Kind: "contacted.no_answer", Score: >= 5 }) ? Outcome.NoAnswer : Outcome.Reached),
        "contacted.no_answer" => new Contacted(slots.Lead, Outcome.NoAnswer),
        "erase" => slots.Lead is { } erased ? new Erase(erased) : null,
        "audit.lead" => slots.Lead is { } read ? new ShowAudit(read, slots.Comparison.Period) : null,
        "audit" => new ShowAudit(slots.Leads.Said()?.Lead, slots.Comparison.Period),
        "undelivered" => new ShowUndelivered(),
        "more" => slots.Context.Request is ListLeads or ShowTranscript or ShowAudit or ShowUndelivered ? new More() : null,
        "undo" => new Undo(),
        "my_day" => new MyDay(),
        "team" => new Team(),
        "help" => new Help(),
        "duty.on" => slots.Sentence.Has("who") ? null : new Duty(true),
        "duty.off" => slots.Sentence.Has("who") ? null : new Duty(false),
        "funnel" or "funnel.activity" => new Funnel(slots.Comparison.Period, slots.Comparison.Compare, slots.By, kind.Kind == "funnel.activity"),
        "sources" => new Sources(slots.Comparison.Period, slots.Comparison.Compare),
        "speed" => new Speed(slots.Comparison.Period, slots.By),
        "cost" => Cost(slots, kind),
        "invite" => People.Invite(slots, kind),
        "digest.off" => new Digest(null, null, null, Off: true),
        "digest" => Digested(slots),
        // "What is our CPL this month" asks for the figure.
        "explain.what" when slots.Comparison.Period is not null || slots.By is not null || slots.Sentence.Has("of_now") => null,
        "explain" or "explain.what" => new Explain(Metric(slots)),
        _ => null,
    };

    private static Snooze? Snoozed(Slots slots)
    {
        var until = new Moments(slots.Sentence, slots.Input.Today, slots.Input.Now).Find();
        var said = slots.Leads.Said(until?.Start ?? 0, until?.End ?? 0) ?? (until is null ? null : slots.Leads.Said(until.Value.DayStart, until.Value.DayEnd, namesToo: false));
        return new Snooze(said?.Lead ?? Number(slots.Sentence, until?.Start ?? 0) ?? slots.Leads.Current, until?.Moment);
    }

    /// <summary>The number before the moment, even where both together look like a range of days (12 till 1 dec).</summary>
    private static LeadRef? Number(Sentence sentence, int end) =>
        Enumerable.Range(0, end).Select(sentence.Digits).FirstOrDefault(number => number is > 0) is { } found ? LeadRef.Of(found) : null;

    private static EnterCost? Cost(Slots slots, KindScore kind)
    {
        var amount = slots.Amounts.FirstOrDefault(amount => amount.IsMarked) ?? (slots.Amounts is [.., var last] ? last : null);
        if (amount is null)
            return null;
        var source = slots.Filter.Source ?? slots.NameRuns.FirstOrDefault(run => run.Start >= kind.Start || run.End <= kind.Start)?.Name ?? Mended(slots.Sentence);
        return source is null ? null : new EnterCost(source, amount.Value, amount.Currency, slots.Comparison.Period);
    }

    /// <summary>A word that only looks like a slip of a known one: a source that no lead has come from yet.</summary>
    private static string? Mended(Sentence sentence)
    {
        var word = Enumerable.Range(0, sentence.Count).FirstOrDefault(i => sentence[i] is { Kind: TokenKind.Word } token && token.Word != token.Folded, -1);
        return word < 0 ? null : Folding.Capitalise(sentence.Written(word, word + 1));
    }

    private static Digest? Digested(Slots slots)
    {
        var sentence = slots.Sentence;
        DayOfWeek? on = sentence.First(Classes.Weekday) is { } weekday ? Enum.Parse<DayOfWeek>(weekday.Value, true) : null;
        DigestEvery? every = sentence.First(Classes.Every) is { Value: not "any" } said ? Enum.Parse<DigestEvery>(said.Value, true) : on is null ? null : DigestEvery.Week;
        TimeOnly? at = null;
        for (var i = 0; i < sentence.Count && at is null; i++)
            at = Times.At(sentence, i, officeHours: false)?.Time;
        return every is null && at is null ? null : new Digest(every, on, at);
    }

    private static Metric? Metric(Slots slots) => slots.Sentence.First(Classes.Metric) is { } said
        ? Enum.Parse<Metric>(said.Value, true)
        : slots.Filter.Temperature.Count > 0 ? Desk.Metric.Temperature
        : slots.Context.Request switch
        {
            Funnel => Desk.Metric.Funnel,
            Sources => Desk.Metric.Cpl,
            Speed => Desk.Metric.Speed,
            ShowLead or ListLeads => Desk.Metric.Score,
            _ => null,
        };
}
