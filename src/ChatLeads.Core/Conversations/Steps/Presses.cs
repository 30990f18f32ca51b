using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>A pressed button is read as what it stands for. Its value is <c>field:choice</c>.</summary>
internal static class Presses
{
    public const string Yes = "yes", No = "no";

    public static string Value(Field field, string choice) => $"{field}:{choice}";

    /// <summary>Some clients send a button's value or label as words: those count as the press.</summary>
    public static Turn Read(Turn turn)
    {
        var (value, pressed) = turn.Said.Content switch
        {
            ChoicePressed press => (press.Value, true),
            TextSent { Text.Length: < 100 } sent => (ValueOf(turn, sent.Text.Trim()), false),
            _ => (null, false),
        };
        if (value is null)
            return turn;
        return Meaning(turn, value) is { } reading ? turn with { Reading = reading } : pressed ? turn with { Reading = Reading.Nothing } : turn;
    }

    private static string? ValueOf(Turn turn, string text) =>
        turn.State.Asking is { } asking
            ? Questions.Choices(turn, asking).FirstOrDefault(choice => choice.Value == text || choice.Label == text)?.Value
            : null;

    /// <summary>Null for a value that the bot never offered, or a consent that it did not just ask for: forged or stale.</summary>
    private static Reading? Meaning(Turn turn, string value)
    {
        if (value.Split(':') is not [var id, var choice])
            return null;
        var field = new Field(id);
        if (field == Field.Consent || field == Field.MarketingConsent)
            return field != turn.State.Asking ? null : choice switch
            {
                Yes => Intended(Intent.Affirm),
                No => Intended(Intent.Deny),
                _ => null,
            };
        return turn.Playbook.Fields[field]?.Choices.Any(known => known.Id == choice && known.Button is not null) == true
            ? new Reading(null, new HashSet<Intent>(), [new ReadFact(field, new ChoiceValue(choice), 0, turn.Text.Length)])
            : null;
    }

    private static Reading Intended(Intent intent) => new(null, new HashSet<Intent> { intent }, []);
}
