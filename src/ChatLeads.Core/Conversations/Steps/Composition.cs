using System.Collections.Immutable;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations.Steps;

/// <summary>A finished turn as replies: what is said and what is asked, with the first words that disclose the bot.</summary>
internal static class Composition
{
    public static Decision Compose(Turn turn)
    {
        if (turn.Ignored)
            return new Decision(turn.Before, [], []);
        var asks = turn.Question is { } field ? Ask(turn, field) : null;
        var talk = turn.Acknowledgement is { } acknowledgement ? turn.Talk.Insert(0, acknowledgement) : turn.Talk;
        if ((talk.Length > 0 || asks is not null) && !turn.State.Disclosed.Contains(turn.Language))
            talk = talk.Insert(0, turn.Words(turn.State.Disclosed.Count == 0 ? Line.Disclosure : Line.DisclosureAgain));
        return new Decision(Remember(turn, asks, talk.Length > 0 || asks is not null), Replies(turn, talk, asks), turn.Effects);
    }

    private static Reply Ask(Turn turn, Field field) =>
        new(Questions.Text(turn, field), turn.Language, field) { Choices = Questions.Choices(turn, field) };

    /// <summary>A consent question stands by itself, so that its proof is exactly what was shown.</summary>
    private static List<Reply> Replies(Turn turn, ImmutableArray<string> talk, Reply? asks)
    {
        var said = talk.Length == 1 ? talk[0] : string.Join(" ", talk.AsSpan());
        if (asks is null)
            return said.Length > 0 ? [new Reply(said, turn.Language)] : [];
        if (said.Length == 0)
            return [asks];
        return IsConsent(asks.Asking)
            ? [new Reply(said, turn.Language), asks]
            : [asks with { Text = $"{said} {asks.Text}" }];
    }

    private static ConversationState Remember(Turn turn, Reply? asks, bool spoke)
    {
        var state = turn.State;
        // Time and page visits leave a question open as it is.
        var heard = spoke || turn.Said.Content is TextSent or ChoicePressed;
        return state with
        {
            Asking = turn.ConsentStaysOpen ? Field.Consent : heard ? asks?.Asking : state.Asking,
            ConsentWaits = turn.ConsentStaysOpen || (!heard && state.ConsentWaits),
            Asked = asks?.Asking is { } field ? [.. state.Asked, field] : state.Asked,
            Shown = asks is not null && IsConsent(asks.Asking) ? Shown(turn, asks) : heard && !turn.ConsentStaysOpen ? null : state.Shown,
            LookingQuestions = asks is null ? state.LookingQuestions : state.LookingQuestions + 1,
            Disclosed = spoke && !state.Disclosed.Contains(turn.Language) ? [.. state.Disclosed, turn.Language] : state.Disclosed,
        };
    }

    private static bool IsConsent(Field? field) => field == Field.Consent || field == Field.MarketingConsent;

    private static ShownConsent Shown(Turn turn, Reply asks) => new(
        asks.Asking == Field.Consent ? ConsentPurpose.Contact : ConsentPurpose.Marketing,
        asks.Text,
        turn.Language,
        turn.Playbook.Firm.Policy.Version,
        turn.Playbook.Firm.Policy.Url[turn.Language]);
}
