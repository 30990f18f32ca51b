using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>Who would rather not say, or cannot tell, is not asked again.</summary>
internal static class Refusals
{
    public static Turn Note(Turn turn)
    {
        if (turn.Before.Asking is not { } asking || asking == Field.Consent || asking == Field.MarketingConsent)
            return turn;
        var denies = turn.Reading.Has(Intent.Deny);
        if (turn.State.Knows(asking) || !(denies || IsUnsure(turn)))
            return turn;
        turn = turn with { State = turn.State with { Declined = [.. turn.State.Declined.Where(field => field != asking), asking] } };
        return denies ? turn.Say(Line.NeverMind) : turn;
    }

    /// <summary>"It depends, what does it cost?" is a question, not an answer.</summary>
    private static bool IsUnsure(Turn turn) =>
        !turn.Reading.Has(Intent.AskPrice) && !turn.Reading.Has(Intent.AskQuestion) && turn.Playbook.Unsure.In(turn.Text);
}
