using static ChatLeads.Core.Desk.DeskRequest;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>A sentence that only says what is different from the last request: "¿y los de ayer?", "only mine", "compare it with September".</summary>
internal static class FollowUps
{
    public static DeskRequest? Read(Slots slots, KindScore? top)
    {
        var marked = slots.Sentence.Has(Classes.FollowUp);
        var other = top is { Score: >= 3 } && top.Kind is not ("leads" or "lead");
        return slots.Context.Request switch
        {
            ListLeads or ExportLeads when top is { Kind: "export", Score: >= 3 } => Export(slots, FilterOf(slots.Context.Request)),
            ListLeads when top is { Kind: "lead", Score: >= 4 } && slots.Leads.Said() is { Lead.Number: not null } => null,
            ListLeads last when !other => List(slots, last.Filter, marked),
            ExportLeads last when !other => List(slots, last.Filter, marked),
            Funnel last when top is { Kind: "funnel.activity" } && !slots.Kinds.Any(kind => kind.Kind == "funnel") => last with { Period = slots.Comparison.Period ?? last.Period, Compare = slots.Comparison.Compare ?? last.Compare, By = slots.By ?? last.By, ByActivity = true },
            Funnel or Sources or Speed when top is { Score: >= 3, Kind: "funnel" or "sources" or "speed" } => Carry(slots, top, marked),
            Funnel or Sources or Speed when !other && !Listing(slots) => Figures(slots, slots.Context.Request),
            AboutLead last when top is not { Score: >= 4 } && (marked || top is null) && slots.Leads.Said() is { } said && (marked || IsAll(slots, said.Start, said.End)) => About(last, said.Lead),
            _ => null,
        };
    }

    /// <summary>Nothing but the lead was said; one unknown word alone is no name.</summary>
    private static bool IsAll(Slots slots, int start, int end) =>
        slots.Sentence.SkipNoise(0) >= start && slots.Sentence.SkipNoise(end) == slots.Sentence.Count
        && (end - start > 1 || !slots.NameRuns.Any(run => run.Start == start && !run.Certain));

    private static LeadFilter FilterOf(DeskRequest request) => request switch
    {
        ListLeads list => list.Filter,
        ExportLeads export => export.Filter,
        _ => LeadFilter.All,
    };

    private static ExportLeads? Export(Slots slots, LeadFilter last) =>
        slots.Sentence.Has(Classes.Them) || Count(slots.Filter) == 0 ? new ExportLeads(Merge(last, slots.Filter)) : null;

    private static DeskRequest? List(Slots slots, LeadFilter last, bool marked)
    {
        var said = Count(slots.Filter);
        if (said == 0 || slots.Sentence.Has(Classes.LeadNoun) && !marked || slots.Unexplained > 1)
            return null;
        if (slots.Leads.Said() is { } lead && (lead.Lead.Number is not null && slots.Filter.Limit is null || said == 1 && slots.Filter.Owner is not null && lead.Lead.Name is not null && last.Owner is null && !OwnerSaid(slots)))
            return new ShowLead(lead.Lead);
        return marked || said == 1 ? new ListLeads(Merge(last, slots.Filter)) : null;
    }

    private static bool OwnerSaid(Slots slots) => slots.Sentence.Has(Classes.OwnedBy) || slots.Sentence.Has(Classes.Possessive);

    private static LeadFilter Merge(LeadFilter last, LeadFilter said) => last with
    {
        Temperature = said.Temperature.Count > 0 ? said.Temperature : last.Temperature,
        Stage = said.Stage.Count > 0 ? said.Stage : last.Stage,
        Owner = said.Owner ?? last.Owner,
        Source = said.Source ?? last.Source,
        Campaign = said.Campaign ?? last.Campaign,
        Place = said.Place ?? last.Place,
        Text = said.Text ?? last.Text,
        Period = said.Period ?? last.Period,
        Sort = said.Sort ?? last.Sort,
        Limit = said.Limit ?? last.Limit,
    };

    /// <summary>How many of the keys of a filter were said.</summary>
    public static int Count(LeadFilter filter) => new[]
    {
        filter.Temperature.Count > 0, filter.Stage.Count > 0, filter.Owner is not null, filter.Source is not null, filter.Campaign is not null,
        filter.Place is not null, filter.Text is not null, filter.Period is not null, filter.Sort is not null, filter.Limit is not null,
    }.Count(said => said);

    private static bool Listing(Slots slots) =>
        slots.Filter.Temperature.Count > 0 || slots.Filter.Stage.Count > 0 || slots.Filter.Text is not null || slots.Sentence.Has(Classes.LeadNoun) && slots.By is null;

    /// <summary>Other figures for the period already spoken of: "¿y el CPL?".</summary>
    private static DeskRequest? Carry(Slots slots, KindScore top, bool marked)
    {
        if (!marked)
            return null;
        var period = slots.Comparison.Period ?? slots.Context.Request switch { Funnel f => f.Period, Sources s => s.Period, Speed s => s.Period, _ => null };
        return top.Kind switch
        {
            "funnel" => new Funnel(period, slots.Comparison.Compare, slots.By ?? (slots.Context.Request as Funnel)?.By),
            "sources" => new Sources(period, slots.Comparison.Compare ?? (slots.Context.Request as Sources)?.Compare),
            _ => new Speed(period, slots.By ?? (slots.Context.Request as Speed)?.By),
        };
    }

    private static DeskRequest? Figures(Slots slots, DeskRequest last)
    {
        var (period, compare) = slots.Comparison;
        if (period is null && compare is null && slots.By is null || slots.Unexplained > 1)
            return null;
        return last switch
        {
            Funnel funnel => funnel with { Period = period ?? funnel.Period, Compare = compare ?? funnel.Compare, By = slots.By ?? funnel.By },
            Sources sources => new Sources(period ?? sources.Period, compare ?? sources.Compare),
            Speed speed => new Speed(period ?? speed.Period, slots.By ?? speed.By),
            _ => null,
        };
    }

    private static DeskRequest? About(AboutLead last, LeadRef lead) => last switch
    {
        ShowTranscript => new ShowTranscript(lead),
        ShowAudit audit => audit with { Lead = lead },
        DeskRequest.ShowNextStep => new DeskRequest.ShowNextStep(lead),
        _ => new ShowLead(lead),
    };
}
