using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Who only looks is left in peace: a few questions at most, and an open door.</summary>
internal static class Looking
{
    public static Turn Welcome(Turn turn) =>
        turn.State is { LookingQuestions: not null, Ended: null } && turn.Before.LookingQuestions is null
            ? turn.Say(Line.LookAround)
            : turn;

    public static Field? Next(Turn turn)
    {
        if (turn.State.LookingQuestions >= turn.Playbook.Firm.Limits.WhenLooking)
            return null;
        return NextQuestion.First(turn, turn.State.MayBeKept ? turn.State.Reachable ? [] : [Field.Email] : [Field.Consent]);
    }
}
