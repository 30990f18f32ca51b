using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Job seekers, vendors, students, customers with a problem: a fitting answer, and no questions.</summary>
internal static class NotProspecting
{
    public static Turn Answer(Turn turn)
    {
        var kinds = turn.Playbook.NotProspects;
        if (WantsToBuy(turn.Reading))
            return turn;
        if (turn.Reading.Has(Intent.Support))
            return Tell(turn, kinds.Customer);
        return turn.Reading.Has(Intent.NotAProspect) ? Tell(turn, kinds.KindOf(turn.Text)) : turn;
    }

    /// <summary>A customer or a student may still come to buy: such words weigh more than what they are.</summary>
    private static bool WantsToBuy(Reading reading) => reading.Has(Intent.ReadyToBuy) || reading.Has(Intent.AskDemo);

    private static Turn Tell(Turn turn, Playbooks.NotProspect kind)
    {
        // A lead stays one: somebody may well ask for support and still mean to buy.
        turn = turn.Say(kind.Answer).End(turn.State.IsLead ? Ending.Noted : Ending.NotAProspect);
        return Facts.Merge(turn with { State = turn.State with { NotProspect = kind.Id } }).Settle();
    }
}
