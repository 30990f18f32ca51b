namespace ChatLeads.Core.Conversations.Steps;

/// <summary>The bot speaks as it is spoken to.</summary>
internal static class Languages
{
    /// <summary>What was read decides; words of no language keep the one so far.</summary>
    public static Turn Settle(Turn turn)
    {
        var spoken = Known(turn, turn.Reading.Language)
            ?? Known(turn, turn.State.Language)
            ?? turn.Playbook.Firm.Languages[0];
        return turn with { State = turn.State with { Language = spoken } };
    }

    private static string? Known(Turn turn, string? language) =>
        language is not null && turn.Playbook.Firm.Languages.Contains(language) ? language : null;
}
