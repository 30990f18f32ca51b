using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>What a person may ask of us by law, done at once.</summary>
internal static class Requests
{
    public static Turn Honour(Turn turn)
    {
        if (turn.Reading.Has(Intent.EraseData))
            return Erase(turn);
        // "No quiero publicidad" answers the question about news; it does not end the talk.
        if (turn.Reading.Has(Intent.OptOut) && turn.Before.Asking != Field.MarketingConsent)
            return turn.Do(new StopMessages()).Say(Line.Stopped).End(Ending.Stopped).Settle();
        return turn.Reading.Has(Intent.AccessData) ? TellData(turn) : turn;
    }

    private static Turn Erase(Turn turn)
    {
        var effects = turn.Reading.Has(Intent.OptOut) ? turn.Do(new StopMessages()) : turn;
        return effects.Do(new EraseLead()).Say(Line.Erased).Settle() with { State = Forget(turn.State, Ending.Erased) };
    }

    private static Turn TellData(Turn turn) => turn.State.MayBeKept
        ? turn.Do(new TellStoredData()).Say(Line.StoredFollows)
        : turn.Say(Line.NothingStored);

    /// <summary>What stays tells nothing about the person: how the talk went, not what was said.</summary>
    public static ConversationState Forget(ConversationState state, Ending ending) => ConversationState.New with
    {
        Language = state.Language,
        Asked = state.Asked,
        Disclosed = state.Disclosed,
        Counted = state.Counted,
        Turns = state.Turns,
        LastHeard = state.LastHeard,
        Ended = ending,
    };
}
