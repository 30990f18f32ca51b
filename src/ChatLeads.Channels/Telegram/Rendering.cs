using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatLeads.Channels.Telegram;

/// <summary>One request of a reply: a text or a picture with a caption. The last one carries the keyboard.</summary>
internal sealed record Part(string Html, byte[]? Png, ReplyMarkup? Keyboard);

/// <summary>Shows a reply as Telegram can: HTML text in parts, pictures with captions, buttons under the last.</summary>
internal sealed class Rendering(CallbackData callbacks, TelegramWords words)
{
    private const int TextLimit = 4096, CaptionLimit = 1024, RowUnits = 28, RowButtons = 3;

    /// <summary>Empty when there is nothing to show.</summary>
    /// <param name="message">What is being sent, the same each time it is tried.</param>
    public IReadOnlyList<Part> Parts(long chat, Reply reply, string message)
    {
        var picture = reply.Picture;
        var text = Text(reply);
        if (text.Length == 0 && picture is not null)
            text = text.Plain(picture.AltText);
        var texts = text.Split(picture is null ? TextLimit : CaptionLimit, TextLimit);
        if (texts.Count == 0)
            texts = picture is null ? [] : [RichText.Empty];
        return [.. texts.Select((part, index) => new Part(
            part.ToHtml(),
            index == 0 ? picture?.Png : null,
            index == texts.Count - 1 ? Keyboard(chat, reply, message) : null))];
    }

    private static RichText Text(Reply reply)
    {
        var text = reply.SpokenBy is { } speaker ? RichText.Empty.Strong(speaker + ":").Plain(" " + reply.Text) : RichText.Empty.Plain(reply.Text);
        if (reply.Card is not { } card)
            return text;
        text = (text.Length > 0 ? text.Plain("\n\n") : text).Strong(card.Title);
        if (card.Subtitle is { Length: > 0 } subtitle)
            text = text.Plain("\n" + subtitle);
        foreach (var row in card.Rows)
            text = row.Label.Length > 0
                ? text.Plain("\n").Strong(row.Label + ":").Plain(" " + row.Value)
                : text.Plain("\n" + row.Value);
        return text;
    }

    private ReplyMarkup? Keyboard(long chat, Reply reply, string message)
    {
        var keyboard = CallbackData.KeyboardId(message);
        var answers = reply.Choices.Select(choice => Button(choice, once: true));
        var actions = (reply.Card?.Actions ?? []).Select(choice => Button(choice, once: false));
        InlineKeyboardButton[] buttons = [.. answers, .. actions];
        if (buttons.Length > 0)
            return new InlineKeyboardMarkup(Rows(buttons));
        // Only a private chat (a positive id) has a contact to share.
        return reply.Asking == Field.Phone && chat > 0
            ? new ReplyKeyboardMarkup(KeyboardButton.WithRequestContact(words.SharePhone(reply.Language))) { ResizeKeyboard = true, OneTimeKeyboard = true }
            : null;

        InlineKeyboardButton Button(Choice choice, bool once) => InlineKeyboardButton.WithCallbackData(
            choice.Label, callbacks.Write($"{chat}", keyboard, once, choice, once ? reply.Asking : null));
    }

    private static IEnumerable<IEnumerable<InlineKeyboardButton>> Rows(IReadOnlyList<InlineKeyboardButton> buttons)
    {
        var row = new List<InlineKeyboardButton>();
        foreach (var button in buttons)
        {
            if (row.Count == RowButtons || row.Sum(other => other.Text.Length) + button.Text.Length > RowUnits)
            {
                if (row.Count > 0)
                    yield return row;
                row = [];
            }
            row.Add(button);
        }
        if (row.Count > 0)
            yield return row;
    }
}
