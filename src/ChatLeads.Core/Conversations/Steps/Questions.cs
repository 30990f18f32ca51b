using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>A question's words and buttons.</summary>
internal static class Questions
{
    public static string Text(Turn turn, Field field)
    {
        if (ConsentLine(turn, field) is { } line)
            return turn.Words(line);
        var spec = turn.Playbook.Fields[field]!;
        var again = turn.State.TimesAsked(field) > 0;
        if (field == Field.Name && !turn.State.Reachable && !again)
            return turn.Words(Line.NameAndContact);
        return turn.Fill(again ? spec.Again! : spec.Question!, turn.State.Turns);
    }

    /// <summary>Why somebody whom we fit should talk to us, once, ahead of asking for their data.</summary>
    public static Turn Introduce(Turn turn) =>
        turn.Question == Field.Consent && turn.State is { PersonWanted: 0, LookingQuestions: null }
        && turn.State.TimesAsked(Field.Consent) == 0 && turn.Temperature == Temperature.Hot
            ? turn.Say(Line.WorthACall)
            : turn;

    public static IReadOnlyList<Choice> Choices(Turn turn, Field field) =>
        field == Field.Consent || field == Field.MarketingConsent
            ? [Choice(field, Presses.Yes, turn.Words(Line.Yes)), Choice(field, Presses.No, turn.Words(Line.No))]
            : [.. (turn.Playbook.Fields[field]?.Choices ?? [])
                .Where(choice => choice.Button is not null)
                .Select(choice => Choice(field, choice.Id, choice.Button![turn.Language]))];

    private static Choice Choice(Field field, string id, string label) => new(label, Presses.Value(field, id));

    private static Line? ConsentLine(Turn turn, Field field)
    {
        if (field == Field.MarketingConsent)
            return Line.Marketing;
        if (field != Field.Consent)
            return null;
        if (turn.Before.Asking == Field.Consent)
            return Line.ConsentAgain;
        if (turn.State.PersonWanted > 0 || turn.Temperature == Temperature.Hot)
            return Line.ConsentForCall;
        // There is nothing to prepare for somebody without a need.
        var idle = turn.State.LookingQuestions is not null || !(turn.State.Knows(Field.Need) || turn.State.Reachable);
        return idle ? Line.ConsentForGuide : Line.Consent;
    }
}
