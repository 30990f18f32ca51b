using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Ask less (law 7): the next question can still change the temperature, or the rep needs its answer.</summary>
internal static class NextQuestion
{
    /// <summary>No field is asked more often, unless the person comes back to <see cref="ConsentAnswer"/>.</summary>
    public const int MostTimes = 2;

    /// <summary>After so many messages in a row that held nothing, qualifying is given up.</summary>
    private const int MostPuzzled = 3;

    private static readonly Field[] PhoneFirst = [Field.Phone, Field.Email], EmailFirst = [Field.Email, Field.Phone];

    public static Turn Choose(Turn turn)
    {
        if (turn.Question is not null || turn.State.Ended is not null || turn.ConsentStaysOpen || Closing.IsLeaving(turn))
            return turn;
        var next = turn.State.LookingQuestions is not null ? Looking.Next(turn) : Wanted(turn);
        return next is null ? turn : turn with { Question = next };
    }

    /// <summary>The first of <paramref name="fields"/> that may be asked.</summary>
    public static Field? First(Turn turn, IReadOnlyList<Field> fields)
    {
        for (var i = 0; i < fields.Count; i++)
            if (MayAsk(turn, fields[i]))
                return fields[i];
        return null;
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

    /// <summary>What is most worth asking.</summary>
    private static Field? Wanted(Turn turn)
    {
        var state = turn.State;
        // What may never be kept is not asked for.
        if (!state.MayBeKept && !MayAsk(turn, Field.Consent))
            return null;
        if (state.Reachable && !state.MayBeKept)
            return Field.Consent;
        if (state.PersonWanted > 0 && ForTheRep(turn) is { } urgent)
            return urgent;
        if (MayQualify(turn) && Qualifying(turn) is { } telling)
            return telling;
        // Nobody who made no sense, and nobody without any wish, is asked for their data.
        if (state.Facts.Count == 0 && state.Signals.Count == 0)
            return null;
        if (ForTheRep(turn) is { } needed)
            return needed;
        var news = state.PersonWanted == 0 && turn.Playbook.Firm.MarketingFor.Contains(turn.Temperature) && MayAsk(turn, Field.MarketingConsent);
        return news ? Field.MarketingConsent : null;
    }

    /// <summary>What can still change the temperature: the playbook's first fields, the pending question, then the least asked, the most telling first.</summary>
    private static Field? Qualifying(Turn turn)
    {
        var (best, least) = ((Field?)null, int.MaxValue);
        var missing = turn.Assessment.Missing;
        for (var i = 0; i < missing.Count; i++)
            if (MayAsk(turn, missing[i]) && Order(turn, missing[i]) is var order && order < least)
                (best, least) = (missing[i], order);
        return best;
    }

    private static int Order(Turn turn, Field field) =>
        turn.Playbook.Fields.First.Contains(field) ? -2 : IsPending(turn, field) ? -1 : turn.State.TimesAsked(field);

    /// <summary>It was asked, and the person spoke of other things: it comes back. An answer that made no sense is let be for a while.</summary>
    private static bool IsPending(Turn turn, Field field) => turn.Before.Asking == field && turn.State.Puzzled == 0;

    /// <summary>Consent before personal data, a name, and one way to reach them.</summary>
    private static Field? ForTheRep(Turn turn)
    {
        if (!turn.State.MayBeKept)
            return Field.Consent;
        if (First(turn, turn.Playbook.Fields.ForRep) is { } needed)
            return needed;
        if (turn.State.Reachable)
            return null;
        var call = turn.State.PersonWanted > 0 || turn.Temperature == Temperature.Hot;
        return First(turn, call ? PhoneFirst : EmailFirst);
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
