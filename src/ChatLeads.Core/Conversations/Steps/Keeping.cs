using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>What is kept of the turn, and who must hear of it.</summary>
internal static class Keeping
{
    public static Turn Keep(Turn turn)
    {
        var (before, state) = (turn.Before, turn.State);
        if (!state.IsLead)
            return turn;
        var silent = turn.Said.Content is FellSilent;
        if (silent || !before.IsLead || Facts.New(turn).Count > 0 || state.Signals.Count != before.Signals.Count || state.Marketing != before.Marketing)
            turn = turn.Do(new KeepLead(Snapshot(turn)));
        if (state.PersonWanted > 0)
            turn = Alert(turn, AlertReason.WantsPerson);
        return turn.Temperature == Temperature.Hot ? Alert(turn, AlertReason.Hot) : turn;
    }

    private static LeadSnapshot Snapshot(Turn turn)
    {
        var score = turn.Assessment.ToScore();
        return new LeadSnapshot(
            turn.State.Facts,
            score,
            turn.Playbook.Firm.MqlFor.Contains(score.Temperature) ? Stage.Mql : Stage.Lead,
            turn.Language,
            turn.Said.Channel,
            turn.State.Visit,
            turn.State.Marketing == true);
    }

    private static Turn Alert(Turn turn, AlertReason reason) => turn.State.Alerted.Contains(reason)
        ? turn
        : turn.Do(new AlertReps(reason)) with { State = turn.State with { Alerted = [.. turn.State.Alerted, reason] } };
}
