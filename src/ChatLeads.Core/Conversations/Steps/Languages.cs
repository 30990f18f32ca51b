namespace ChatLeads.Core.Conversations.Steps;

/// <summary>The bot speaks as it is spoken to.</summary>
internal static class Languages
{
    /// <summary>What was read decides; words of no language keep the one so far; the client's locale decides before any words.</summary>
    public static Turn Settle(Turn turn)
    {
        var spoken = Known(turn, turn.Reading.Language)
            ?? turn.State.Language
            ?? Known(turn, turn.Said.Locale is { Length: >= 2 } locale ? locale[..2].ToLowerInvariant() : null)
            ?? turn.Playbook.Firm.Languages[0];
        return turn with { State = turn.State with { Language = spoken } };
    }

    private static string? Known(Turn turn, string? language) =>
        language is not null && turn.Playbook.Firm.Languages.Contains(language) ? language : null;
}
