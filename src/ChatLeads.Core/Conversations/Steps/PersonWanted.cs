using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>"I want to talk to somebody" is honoured at once: the telephone for now, and a call back.</summary>
internal static class PersonWanted
{
    public static Turn Honour(Turn turn)
    {
        if (!turn.Reading.Has(Intent.AskHuman))
            return turn;
        turn = turn with { State = turn.State with { PersonWanted = turn.State.PersonWanted + 1 } };
        return turn.State.IsLead
            ? turn.Say(Line.PersonComing, ("when", Promise.When(turn)))
            : turn.Say(Line.Person);
    }
}
