using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Ask less (law 7): the next question can still change the temperature, or the rep needs its answer.</summary>
internal static class NextQuestion
{
    /// <summary>No field is ever asked more often.</summary>
    public const int MostTimes = 2;

    /// <summary>After so many messages in a row that held nothing, qualifying is given up.</summary>
    private const int MostPuzzled = 3;

    public static Turn Choose(Turn turn)
    {
        if (turn.State.Ended is not null || turn.ConsentStaysOpen || Closing.IsLeaving(turn))
            return turn;
        var next = turn.State.LookingQuestions is not null
            ? Looking.Next(turn)
            : Wanted(turn).Select(field => (Field?)field).FirstOrDefault(field => MayAsk(turn, field!.Value));
        return turn with { Question = next };
    }

    public static bool MayAsk(Turn turn, Field field)
    {
        var state = turn.State;
        if (field == Field.Consent)
            return !state.MayBeKept && state.TimesAsked(field) < MostTimes;
        if (field == Field.MarketingConsent)
            return state is { IsLead: true, Marketing: null } && state.TimesAsked(field) == 0;
        return turn.Playbook.Fields[field]?.Question is not null
            && !state.Knows(field)
            && !state.Declined.Contains(field)
            && state.TimesAsked(field) < MostTimes;
    }

    /// <summary>Everything worth asking, the most wanted first.</summary>
    private static IEnumerable<Field> Wanted(Turn turn)
    {
        var state = turn.State;
        // What may never be kept is not asked for.
        if (!state.MayBeKept && !MayAsk(turn, Field.Consent))
            yield break;
        if (state.Reachable)
            yield return Field.Consent;
        if (state.PersonWanted > 0)
            foreach (var field in ForTheRep(turn))
                yield return field;
        if (MayQualify(turn))
            foreach (var field in Qualifying(turn))
                yield return field;
        // Nobody who made no sense, and nobody without any wish, is asked for their data.
        if (state.Facts.Count == 0 && state.Signals.Count == 0)
            yield break;
        foreach (var field in ForTheRep(turn))
            yield return field;
        if (state.PersonWanted == 0 && turn.Playbook.Firm.MarketingFor.Contains(turn.Temperature))
            yield return Field.MarketingConsent;
    }

    /// <summary>What can still change the temperature: the playbook's first fields, the pending question, then the least asked, the most telling first.</summary>
    private static IEnumerable<Field> Qualifying(Turn turn)
    {
        var missing = turn.Assessment.Missing;
        var first = turn.Playbook.Fields.First;
        return missing.OrderBy(field => first.Contains(field) ? -2 : IsPending(turn, field) ? -1 : turn.State.TimesAsked(field));
    }

    /// <summary>It was asked, and the person spoke of other things: it comes back. An answer that made no sense is let be for a while.</summary>
    private static bool IsPending(Turn turn, Field field) => turn.Before.Asking == field && turn.State.Puzzled == 0;

    /// <summary>Consent before personal data, a name, and one way to reach them.</summary>
    private static IEnumerable<Field> ForTheRep(Turn turn)
    {
        if (!turn.State.MayBeKept)
            return [Field.Consent];
        if (turn.State.Reachable)
            return turn.Playbook.Fields.ForRep;
        var call = turn.State.PersonWanted > 0 || turn.Temperature == Temperature.Hot;
        return [.. turn.Playbook.Fields.ForRep, .. call ? [Field.Phone, Field.Email] : new[] { Field.Email, Field.Phone }];
    }

    private static bool MayQualify(Turn turn)
    {
        var limits = turn.Playbook.Firm.Limits;
        return turn.State.PersonWanted < 2
            && turn.State.Puzzled < MostPuzzled
            && turn.State.Declined.Count < limits.Refusals
            && turn.State.Asked.Count(field => !field.IsContactPoint && field != Field.Consent) < limits.Questions;
    }
}
