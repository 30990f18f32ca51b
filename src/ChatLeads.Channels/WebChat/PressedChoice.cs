using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.WebChat;

/// <summary>A pressed button reaches us as the text that it stands for; here it becomes a button again.</summary>
internal static class PressedChoice
{
    private const int LongestChoice = 200;

    public static bool IsPossible(Incoming? content) => content is TextSent { Text.Length: <= LongestChoice };

    /// <summary>The same content, or the choice of the bot's last reply (or of any card of its) that the text equals.</summary>
    public static Incoming Read(TextSent said, IReadOnlyList<TranscriptEntry> transcript)
    {
        var text = said.Text.Trim();
        var last = transcript.LastOrDefault(e => e.Speaker == Speaker.Bot)?.Reply;
        var choices = last?.Choices ?? [];
        if ((choices.FirstOrDefault(c => c.Value == text) ?? choices.FirstOrDefault(c => Same(c.Label, text))) is { } choice)
            return new ChoicePressed(choice.Value, choice.Label, last!.Asking);
        var onCards = transcript.Where(e => e.Speaker == Speaker.Bot).Reverse().SelectMany(e => e.Reply.Card?.Actions ?? []);
        return onCards.FirstOrDefault(c => c.Value == text) is { } button ? new ChoicePressed(button.Value, button.Label) : said;
    }

    private static bool Same(string label, string text) => label.Equals(text, StringComparison.OrdinalIgnoreCase);
}
