using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>What the person asks is answered before anything else is asked of them.</summary>
internal static class OwnQuestions
{
    public static Turn Answer(Turn turn)
    {
        var reading = turn.Reading;
        if (!reading.Has(Intent.AskQuestion) && !reading.Has(Intent.AskPrice) && !reading.Has(Intent.AskDemo))
            return turn;
        if (reading.Has(Intent.AskDemo))
            turn = turn.Say(Line.Demo);
        if (reading.Has(Intent.AskDemo) && !reading.Has(Intent.AskQuestion) && !reading.Has(Intent.AskPrice))
            return turn;
        if (turn.Playbook.Knowledge.Search(turn.Language, turn.Text, reading.Intents) is { } known)
            return turn.SayText(known.Text);
        return turn.Say(reading.Has(Intent.AskPrice) ? Line.Price : Line.NoAnswer);
    }
}
