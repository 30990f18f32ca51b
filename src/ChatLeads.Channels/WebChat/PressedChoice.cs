using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.WebChat;

/// <summary>A pressed button reaches us as the text that it stands for; here it becomes a button again.</summary>
internal static class PressedChoice
{
    private const int LongestChoice = 200;

    /// <summary>A person's choices stand in the bot's last reply; only staff have cards, with buttons that stay.</summary>
    private const int NearTheEnd = 20;

    /// <summary>How much of a transcript's end must be looked at.</summary>
    public static int Looks(Incoming? content, bool isStaff) => !IsPossible(content) ? 0 : isStaff ? int.MaxValue : NearTheEnd;

    private static bool IsPossible(Incoming? content) => content is TextSent { Text.Length: <= LongestChoice };

    /// <summary>The same content, or the choice of the bot's last reply (or of any card of its) that the text equals.</summary>
    public static Incoming Read(Incoming content, IReadOnlyList<TranscriptEntry> transcript)
    {
        if (content is not TextSent said || !IsPossible(said))
            return content;
        var text = said.Text.Trim();
        var isLast = true;
        // At each message, over a long transcript: a plain loop.
        for (var at = transcript.Count - 1; at >= 0; at--)
        {
            if (transcript[at] is not { Speaker: Speaker.Bot, Reply: var reply })
                continue;
            if (isLast && Chosen(reply.Choices, text) is { } choice)
                return new ChoicePressed(choice.Value, choice.Label, reply.Asking);
            if (reply.Card is { } card && card.Actions.FirstOrDefault(action => action.Value == text) is { } button)
                return new ChoicePressed(button.Value, button.Label);
            isLast = false;
        }
        return said;
    }

    private static Choice? Chosen(IReadOnlyList<Choice> choices, string text) =>
        choices.FirstOrDefault(choice => choice.Value == text) ?? choices.FirstOrDefault(choice => Same(choice.Label, text));

    private static bool Same(string label, string text) => label.Equals(text, StringComparison.OrdinalIgnoreCase);
}
