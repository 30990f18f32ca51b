using ChatLeads.Core.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatLeads.Channels.Telegram;

/// <summary>Reads what a person did out of an update.</summary>
/// <remarks>
/// Ids are built from the message, not from the update: an update_id may start over after an idle week, and is another one
/// when Telegram repeats itself through a webhook that was set anew.
/// </remarks>
internal sealed class UpdateReader(TelegramWords words, ChatMemory memory)
{
    private static readonly HashSet<MessageType> Attachments =
    [
        MessageType.Photo, MessageType.Audio, MessageType.Video, MessageType.Voice, MessageType.Document, MessageType.Sticker,
        MessageType.Location, MessageType.Venue, MessageType.VideoNote, MessageType.Animation, MessageType.Dice, MessageType.Poll,
        MessageType.Story, MessageType.Game, MessageType.PaidMedia, MessageType.Contact, MessageType.LivePhoto,
    ];

    /// <summary>Null when the update asks nothing of us: a service message, a bot, or a group that talks among itself.</summary>
    public Inbound? Read(Update update, User me) => update switch
    {
        { Message: { From: { IsBot: false } from } message } => Message(message, from, me),
        { EditedMessage: { From: { IsBot: false } from, Text: not null } message } when Addressed.Text(message, me) is not null =>
            Inbound(message, from, $"e{message.Id}.{message.EditDate:yyyyMMddHHmmss}", new Unreadable("edit")),
        _ => null,
    };

    private Inbound? Message(Message message, User from, User me)
    {
        var id = $"m{message.Id}.{message.Date:yyyyMMddHHmmss}";
        if (Addressed.Text(message, me) is not { } text)
            return null;
        if (text.Length > 0)
            return Command.Parse(text) is { } command ? Commanded(message, from, id, command, text) : Inbound(message, from, id, new TextSent(text));
        if (OwnPhone(message, from) is { } phone)
            return Inbound(message, from, id, new TextSent(phone));
        if (Attachments.Contains(message.Type))
            // An album comes as a message for each picture; one answer is enough.
            return Inbound(message, from, message.MediaGroupId is { } album ? $"g{album}" : id, new Unreadable(Kind(message)));
        return message.Text is null ? null : Inbound(message, from, id, new Opened());
    }

    private Inbound Commanded(Message message, User from, string id, Command command, string text)
    {
        if (command.Name == "start")
            return Inbound(message, from, id, new Opened()) with { Visit = StartPayload.Read(command.Argument) };
        var known = words.Commands.FirstOrDefault(known => known.Name == command.Name);
        var says = known?.Says?[TelegramWords.Known(memory.Language(message.Chat.Id) ?? from.LanguageCode)];
        return Inbound(message, from, id, new TextSent(says ?? text) { ByCommand = true });
    }

    /// <summary>A contact that isn't the sender's own says nothing about them.</summary>
    private static string? OwnPhone(Message message, User from) =>
        message.Contact is { } contact && contact.UserId == from.Id && contact.PhoneNumber.Any(char.IsAsciiDigit)
            ? "+" + contact.PhoneNumber.TrimStart('+')
            : null;

    private static string Kind(Message message) => message.Type.ToString().ToLowerInvariant();

    private static Inbound Inbound(Message message, User from, string id, Incoming content) =>
        new(TelegramChannel.Key(message.Chat.Id), id, $"{from.Id}", content, Locale: from.LanguageCode, IsGroup: message.Chat.Type != ChatType.Private);
}
