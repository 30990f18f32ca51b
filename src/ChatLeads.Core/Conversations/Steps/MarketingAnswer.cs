using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>The answer to "may we send you news?": asked once, and anything but a plain yes is a no.</summary>
internal static class MarketingAnswer
{
    public static Turn Take(Turn turn)
    {
        if (turn.Before.Asking != Field.MarketingConsent || turn.Before.Shown is not { } shown)
            return turn;
        var granted = ConsentAnswer.IsYes(turn.Reading);
        return turn
            .Do(new KeepConsent(ConsentAnswer.Record(turn, shown, granted)))
            .Say(granted ? Line.MarketingYes : Line.MarketingNo) with
        {
            State = turn.State with { Marketing = granted, Shown = null },
        };
    }
}
