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
        if (turn.Said.Content is ChoicePressed press)
            return press.Asked is { } asked && asked != turn.State.Asking || Meaning(turn, press.Value) is not { } meant
                ? turn.Ignore()
                : turn with { Reading = meant };
        return turn.Said.Content is TextSent { Text.Length: < 100 } sent
            && ValueOf(turn, sent.Text.Trim()) is { } value && Meaning(turn, value) is { } reading
                ? turn with { Reading = reading }
                : turn;
    }

    private static string? ValueOf(Turn turn, string text)
    {
        var choices = turn.State.Asking is { } asking ? Questions.Choices(turn, asking) : [];
        for (var i = 0; i < choices.Count; i++)
            if (choices[i].Value == text || choices[i].Label == text)
                return choices[i].Value;
        return null;
    }

    /// <summary>Null for a value that the bot did not just offer: forged, or out of date.</summary>
    private static Reading? Meaning(Turn turn, string value)
    {
        if (value.Split(':') is not [var id, var choice] || new Field(id) is var field && field != turn.State.Asking)
            return null;
        if (field == Field.Consent || field == Field.MarketingConsent)
            return choice switch
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
