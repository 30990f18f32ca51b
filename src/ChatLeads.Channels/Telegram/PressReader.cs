using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatLeads.Channels.Telegram;

/// <summary>A button that was pressed, for the pipeline and for showing what was chosen.</summary>
internal sealed record Press(Inbound Inbound, bool Once, long Chat, int MessageId, string Label, string Data);

/// <summary>Reads a press of one of our buttons out of an update.</summary>
internal sealed class PressReader(CallbackData callbacks)
{
    /// <summary>Null when the button isn't ours: forged, meant for another chat, or not on that message (any more).</summary>
    public Press? Read(CallbackQuery query)
    {
        if (query is not { Data: { } data, Message: { } message })
            return null;
        var key = TelegramChannel.Key(message.Chat.Id);
        var buttons = message.ReplyMarkup?.InlineKeyboard.SelectMany(row => row).ToList();
        var shown = buttons?.Find(button => button.CallbackData == data);
        // The message comes from Telegram, the data from a client: it must be one of the message's own.
        if (buttons is not null && shown is null)
            return null;
        if (callbacks.Read(key.Id, data, shown?.Text) is not { } button)
            return null;
        // All buttons of a question share one id, so that the first press is its answer; an action counts for each press.
        var id = button.Once ? $"p{button.Keyboard}" : $"p{button.Keyboard}.{query.Id}";
        var inbound = new Inbound(key, id, $"{query.From.Id}", button.Content, Locale: query.From.LanguageCode, IsGroup: message.Chat.Type != ChatType.Private);
        return new Press(inbound, button.Once, message.Chat.Id, message.Id, button.Label, data);
    }
}
