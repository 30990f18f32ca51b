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
        // Who only asks for a demo is told about demos, whatever else the message speaks of.
        var onlyDemo = reading.Has(Intent.AskDemo) && !reading.Has(Intent.AskQuestion) && !reading.Has(Intent.AskPrice);
        if (turn.Playbook.Knowledge.Search(turn.Language, onlyDemo ? "" : turn.Text, reading.Intents, turn.Before.Asking) is { } known)
            return turn.SayText(known.Text);
        if (reading.Has(Intent.AskDemo))
            return turn.Say(Line.Demo);
        if (reading.Has(Intent.AskPrice))
            return turn.Say(Line.Price);
        return IsPlainQuestion(turn) ? turn.Say(Line.NoAnswer) : turn;
    }

    /// <summary>"I don't know" is owed to a question, not to a remark that has something of one.</summary>
    private static bool IsPlainQuestion(Turn turn) =>
        turn.Text.Contains('?') || (turn.Reading.Facts.Count == 0 && turn.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 3);
}
