using System.Security.Cryptography;
using System.Text;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>The answer to "may we keep your data?". Only a plain yes is one.</summary>
internal static class ConsentAnswer
{
    public static Turn Take(Turn turn)
    {
        if (turn.State.MayBeKept || turn.State.Ended is not null)
            return turn;
        if (turn.Before.Asking != Field.Consent || turn.Before.Shown is not { } shown)
            return RefusesAll(turn) ? Refuse(turn) : turn;
        if (turn.Before.ConsentWaits ? Agrees(turn) : IsYes(turn.Reading))
            return Grant(turn, shown);
        if (IsYes(turn.Reading))
            return MayComeBack(turn) ? ComeBack(turn) : turn.Say(Line.ConsentHow) with { ConsentStaysOpen = true };
        if (IsNo(turn.Reading) || RefusesAll(turn))
            return Refuse(turn);
        if (turn.State.TimesAsked(Field.Consent) < NextQuestion.MostTimes)
            return turn;
        if (turn.Reading.Facts.Any(fact => fact.Field.IsContactPoint) && MayComeBack(turn))
            return ComeBack(turn);
        // Asked about once more, an unclear answer counts as a no; but to speak of something else is none.
        return SpeaksOfSomethingElse(turn) ? turn with { ConsentStaysOpen = true } : Refuse(turn);
    }

    /// <summary>Put often enough by us, the question comes back once when the person does: they give an e-mail, or say yes late.</summary>
    private static bool MayComeBack(Turn turn) => turn.State.TimesAsked(Field.Consent) == NextQuestion.MostTimes;

    private static Turn ComeBack(Turn turn) => turn with { Question = Field.Consent };

    /// <summary>A yes that can mean nothing else: the question's own button, or words that name what is agreed to.</summary>
    private static bool Agrees(Turn turn) => turn.Said.Content is ChoicePressed || (turn.Playbook.Agrees.In(turn.Text) && !IsNo(turn.Reading));

    private static bool SpeaksOfSomethingElse(Turn turn) =>
        turn.Reading.Facts.Count > 0 || turn.Reading.Has(Intent.AskQuestion) || turn.Reading.Has(Intent.AskPrice)
        || turn.Reading.Has(Intent.AskDemo) || turn.Reading.Has(Intent.AskHuman) || turn.Reading.Has(Intent.ReadyToBuy);

    public static bool IsYes(Reading reading) => reading.Has(Intent.Affirm) && !reading.Has(Intent.Deny);

    /// <summary>Somebody who says no and gives an e-mail in the same breath has not said no to being written to.</summary>
    public static bool IsNo(Reading reading) =>
        reading.Has(Intent.Deny) && !reading.Has(Intent.Affirm) && !reading.Facts.Any(fact => fact.Field.IsContactPoint);

    public static ConsentRecord Record(Turn turn, ShownConsent shown, bool granted) => new(
        shown.Purpose,
        granted,
        shown.Text,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.Text))),
        shown.PolicyVersion,
        shown.PolicyUrl,
        shown.Language,
        turn.Said.Channel,
        turn.Now,
        turn.Said.MessageId);

    private static bool RefusesAll(Turn turn) =>
        !turn.Reading.Facts.Any(fact => fact.Field.IsContactPoint) && turn.Playbook.RefusesAll.In(turn.Text);

    private static Turn Grant(Turn turn, ShownConsent shown) =>
        turn.Do(new KeepConsent(Record(turn, shown, granted: true))).Say(Line.ConsentThanks) with
        {
            State = turn.State with { MayBeKept = true, Shown = null, Marketing = turn.Playbook.RefusesNews.In(turn.Text) ? false : null },
        };

    private static Turn Refuse(Turn turn)
    {
        var looking = turn.State.LookingQuestions is not null;
        return turn
            .Do(new CountRefusal(turn.Language, turn.State.Visit))
            .Say(looking ? Line.GuideRefused : Line.ConsentRefused)
            .Through(OwnQuestions.Answer)
            .Settle() with { State = Requests.Forget(turn.State, Ending.ConsentRefused) with { Visit = turn.State.Visit } };
    }
}
