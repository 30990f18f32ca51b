namespace ChatLeads.Core.Conversations.Steps;

/// <summary>The bot speaks as it is spoken to.</summary>
internal static class Languages
{
    /// <summary>What was read decides; words of no language keep the one so far.</summary>
    public static Turn Settle(Turn turn) => Speak(turn, Wanted(turn) ?? turn.Playbook.Firm.Languages[0]);

    /// <summary>Nothing was said yet: what is not known stays open, so that the first words, or the client that they come from, decide it.</summary>
    public static Turn Keep(Turn turn) => Speak(turn, Wanted(turn));

    private static Turn Speak(Turn turn, string? language) =>
        turn.State.Language == language ? turn : turn with { State = turn.State with { Language = language } };

    private static string? Wanted(Turn turn) => Known(turn, turn.Reading.Language) ?? Known(turn, turn.State.Language);

    private static string? Known(Turn turn, string? language) =>
        language is not null && turn.Playbook.Firm.Languages.Contains(language) ? language : null;
}
