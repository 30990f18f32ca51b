using System.Text.RegularExpressions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatLeads.Channels.Telegram;

/// <summary>Tells what in a message is meant for the bot.</summary>
internal static class Addressed
{
    /// <summary>
    /// The words (or caption) without the bot's own @name; empty when there are none; null when the message isn't for us.
    /// In a group only a mention, a command or an answer to the bot is.
    /// </summary>
    public static string? Text(Message message, User me)
    {
        var text = message.Text ?? message.Caption ?? "";
        var entities = message.Entities ?? message.CaptionEntities ?? [];
        var mine = entities.Where(entity => IsMe(entity, text, me)).ToList();
        var elsewhere = entities.Any(entity => entity is { Type: MessageEntityType.BotCommand, Offset: 0 } && !IsMe(entity, text, me));
        if (message.Chat.Type == ChatType.Private)
            return WithoutName(text, me);
        if (elsewhere || (mine.Count == 0 && message.ReplyToMessage?.From?.Id != me.Id))
            return null;
        return WithoutName(text, me);
    }

    private static bool IsMe(MessageEntity entity, string text, User me)
    {
        if (entity.Offset < 0 || entity.Offset + entity.Length > text.Length)
            return false;
        var words = text.Substring(entity.Offset, entity.Length);
        return entity.Type switch
        {
            MessageEntityType.TextMention => entity.User?.Id == me.Id,
            MessageEntityType.Mention => words.Equals($"@{me.Username}", StringComparison.OrdinalIgnoreCase),
            MessageEntityType.BotCommand => !words.Contains('@') || words.EndsWith($"@{me.Username}", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static string WithoutName(string text, User me) => me.Username is { Length: > 0 } name
        ? Regex.Replace(text, $@"@{Regex.Escape(name)}\b[,:]?", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Trim()
        : text.Trim();
}

/// <summary>A <c>/command</c> with what stands behind it.</summary>
internal sealed partial record Command(string Name, string Argument)
{
    public static Command? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new Command(match.Groups[1].Value.ToLowerInvariant(), match.Groups[2].Value.Trim())
        : null;

    [GeneratedRegex(@"^/([A-Za-z0-9_]+)(?:\s+(.*))?\z", RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
