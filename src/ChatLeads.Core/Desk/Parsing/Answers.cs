using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>A sentence that is only the answer to what was asked back: which lead, how much, until when.</summary>
internal static class Answers
{
    /// <summary>From this score on the sentence asks for something of its own.</summary>
    private const double AnotherRequest = 4;

    public static DeskRequest? Read(Slots slots, KindScore? top) => top is { Score: >= AnotherRequest } || slots.Unexplained > 0 ? null
        : slots.Context.Pending?.Request switch
        {
            DeskRequest.SetStage { Amount: null, To: Stage.Customer or Stage.Opportunity, Lead: not null } stage =>
                slots.Amounts is [var amount] ? stage with { Amount = amount.Value, Currency = amount.Currency } : null,
            DeskRequest.Snooze { Until: null, Lead: not null } snooze =>
                new Moments(slots.Sentence, slots.Input.Today, slots.Input.Now).Find() is { } until ? snooze with { Until = until.Moment } : null,
            DeskRequest.Erase { Lead: not null } erase when slots.Sentence.SkipAll(0, "yes", Classes.Noise) == slots.Sentence.Count && slots.Sentence.Has("yes") => erase with { Confirmed = true },
            DeskRequest.AboutLead about => slots.Leads.Said() is { } said ? about with { Lead = said.Lead } : null,
            _ => null,
        };
}
