using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>What the person wants, beyond facts: remembered for the score, and for how much may be asked.</summary>
internal static class Signals
{
    private static readonly Intent[] Remembered =
        [Intent.AskPrice, Intent.AskDemo, Intent.AskHuman, Intent.AskQuestion, Intent.ReadyToBuy, Intent.JustLooking];

    public static Turn Note(Turn turn)
    {
        turn = Reopen(turn);
        if (turn.State.Ended == Ending.ConsentRefused)
            return turn;
        var (signals, looking, puzzled) = (Remember(turn), Looks(turn), Puzzles(turn) ? turn.State.Puzzled + 1 : 0);
        return ReferenceEquals(signals, turn.State.Signals) && looking == turn.State.LookingQuestions && puzzled == turn.State.Puzzled
            ? turn
            : turn with { State = turn.State with { Signals = signals, LookingQuestions = looking, Puzzled = puzzled } };
    }

    private static IReadOnlyList<SeenIntent> Remember(Turn turn)
    {
        var seen = Array.FindAll(Remembered, turn.Reading.Has);
        return seen.Length == 0
            ? turn.State.Signals
            : [.. turn.State.Signals.Where(old => !seen.Contains(old.Intent)), .. seen.Select(intent => new SeenIntent(intent, turn.Quote))];
    }

    /// <summary>An ended talk begins again when the person brings something new to it.</summary>
    private static Turn Reopen(Turn turn)
    {
        var reading = turn.Reading;
        var offers = reading.Facts.Any(fact => fact.Field.IsContactPoint)
            || reading.Has(Intent.AskHuman) || reading.Has(Intent.AskDemo) || reading.Has(Intent.ReadyToBuy);
        var interested = offers || reading.Has(Intent.AskPrice) || reading.Facts.Any(fact => fact.Field == Field.Need);
        var reopens = turn.State.Ended switch
        {
            null or Ending.Noted => false,
            Ending.ConsentRefused => offers && NextQuestion.MayAsk(turn, Field.Consent),
            Ending.Stopped or Ending.Erased or Ending.Unreachable => offers,
            Ending.NotAProspect => interested,
            Ending.Goodbye or Ending.OpenDoor => interested || reading.Facts.Count > 0,
            _ => false,
        };
        return reopens ? turn with { State = turn.State with { Ended = null, NotProspect = null } } : turn;
    }

    private static int? Looks(Turn turn)
    {
        var reading = turn.Reading;
        var means = reading.Has(Intent.ReadyToBuy) || reading.Has(Intent.AskDemo) || reading.Has(Intent.AskHuman)
            || reading.Facts.Any(fact => fact.Field == Field.Timeline && fact.Value is ChoiceValue { Id: not "none" and not "later" });
        if (means)
            return null;
        // "Nothing in particular": who has nothing to sort out only looks.
        var looks = reading.Has(Intent.JustLooking)
            || (turn.Before.Asking == Field.Need && reading.Facts.Count + turn.State.Facts.Count == 0
                && (reading.Has(Intent.Deny) || turn.Playbook.Nothing.In(turn.Text)));
        return looks ? turn.State.LookingQuestions ?? 0 : turn.State.LookingQuestions;
    }

    private static bool Puzzles(Turn turn) =>
        turn.Reading.Facts.Count == 0 && turn.Reading.Intents.Count == 0 && !turn.Playbook.Unsure.In(turn.Text);
}
