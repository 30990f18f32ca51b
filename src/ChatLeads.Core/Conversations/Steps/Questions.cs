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
        return turn.Fill(again ? spec.Again! : spec.Question!, turn.State.Turns);
    }

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
        if (turn.State.TimesAsked(field) > 0)
            return Line.ConsentAgain;
        if (turn.State.LookingQuestions is not null)
            return Line.ConsentForGuide;
        return turn.State.PersonWanted > 0 || turn.Score.Temperature == Temperature.Hot ? Line.ConsentForCall : Line.Consent;
    }
}
