using System.Collections.Concurrent;
using System.Globalization;
using ChatLeads.Channels.Sending;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatLeads.Channels.Telegram;

/// <summary>Sends replies through the Bot API, in order for each chat and no faster than Telegram allows.</summary>
internal sealed class TelegramChannel(ITelegramBotClient bot, Rendering rendering, SendPace pace, ChatMemory memory, TelegramWords words, TimeProvider time) : IPushChannel
{
    public const string ChannelName = "telegram";

    // Longer waits are the outbox's: it keeps the message meanwhile, and nothing in memory is lost by a stop.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly ChatLanes lanes = new();

    // How many parts of a long message have gone, so that the next attempt goes on from there.
    private readonly ConcurrentDictionary<string, int> gone = new();

    public string Name => ChannelName;

    public static ConversationKey Key(long chat) => new(ChannelName, chat.ToString(CultureInfo.InvariantCulture));

    public async Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation)
    {
        if (!long.TryParse(to.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return new Delivery.Rejected($"{to} is no Telegram chat.");
        try
        {
            return await lanes.Run(to.Id, () => SendParts(chat, reply, idempotencyKey, cancellation));
        }
        catch (ApiRequestException e) when (e.Parameters?.MigrateToChatId is { } moved)
        {
            // The group has become a supergroup, which has another id; its buttons are signed for that one.
            return await Send(Key(moved), reply, idempotencyKey, cancellation);
        }
    }

    public async Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation)
    {
        if (!long.TryParse(to.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)
            || !int.TryParse(externalId, CultureInfo.InvariantCulture, out var message))
            return new Delivery.Rejected($"{externalId} in {to} is no Telegram message.");
        // The id is that of a message's last part, which has the buttons.
        return rendering.Parts(chat, reply, $"edit-{externalId}") is [.., var part]
            ? await lanes.Run(to.Id, () => Paced(chat, () => Replace(chat, message, part), cancellation))
            : new Delivery.Rejected("The reply is empty.");
    }

    public async Task Typing(ConversationKey to, CancellationToken cancellation)
    {
        try
        {
            if (long.TryParse(to.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
                await bot.SendChatAction(chat, ChatAction.Typing, cancellationToken: cancellation);
        }
        catch (RequestException)
        {
            // A sign that does not arrive is no loss.
        }
    }

    public async Task<Delivery> Menu(ConversationKey to, Staff? staff, CancellationToken cancellation)
    {
        if (!long.TryParse(to.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return new Delivery.Rejected($"{to} is no Telegram chat.");
        try
        {
            if (staff is null)
                await bot.DeleteMyCommands(new BotCommandScopeChat { ChatId = chat }, cancellationToken: cancellation);
            else
                await bot.SetMyCommands(words.Menu(staff.Role, staff.Language), new BotCommandScopeChat { ChatId = chat }, cancellationToken: cancellation);
            return new Delivery.Sent(null);
        }
        catch (Exception e) when (Deliveries.Of(e) is not null)
        {
            return Deliveries.Of(e)!;
        }
    }

    private async Task<Message> Replace(long chat, int message, Part part)
    {
        try
        {
            await bot.EditMessageText(chat, message, part.Html, ParseMode.Html, replyMarkup: part.Keyboard as InlineKeyboardMarkup,
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true });
        }
        catch (ApiRequestException e) when (e.Message.Contains("message is not modified", StringComparison.OrdinalIgnoreCase))
        {
            // It stands there as it should.
        }
        return new Message { Id = message };
    }

    private async Task<Delivery> SendParts(long chat, Reply reply, string key, CancellationToken cancellation)
    {
        var parts = rendering.Parts(chat, reply, key);
        Delivery delivery = parts.Count > 0 ? new Delivery.Sent(null) : new Delivery.Rejected("The reply is empty.");
        for (var index = gone.GetValueOrDefault(key); index < parts.Count && delivery is Delivery.Sent; index++)
        {
            var part = parts[index];
            delivery = await Paced(chat, () => Request(chat, part), cancellation);
            if (delivery is Delivery.Sent)
                gone[key] = index + 1;
        }
        if (delivery is not Delivery.Retry)
            gone.TryRemove(key, out _);
        if (delivery is Delivery.Sent)
            memory.Spoke(chat, reply.Language);
        return delivery;
    }

    private async Task<Delivery> Paced(long chat, Func<Task<Message>> request, CancellationToken cancellation)
    {
        for (var wait = pace.TryTake(chat); wait > TimeSpan.Zero; wait = pace.TryTake(chat))
        {
            if (wait > LongestWait)
                return new Delivery.Retry("Telegram's limits for this chat are used up.", wait);
            await Task.Delay(wait, time, cancellation);
        }
        try
        {
            var message = await request();
            return new Delivery.Sent(message.Id.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (Deliveries.Of(e) is not null)
        {
            var delivery = Deliveries.Of(e)!;
            if (delivery is Delivery.Retry { After: { } after })
                pace.Hold(chat, after);
            return delivery;
        }
    }

    /// <summary>Not cancelled by the program's stop: nobody could tell then whether it had arrived, and it would go twice.</summary>
    private async Task<Message> Request(long chat, Part part)
    {
        var keyboard = part.Keyboard;
        if (keyboard is ReplyKeyboardMarkup)
            memory.ShowedPhoneKeyboard(chat);
        else if (keyboard is null && memory.TakePhoneKeyboard(chat))
            keyboard = new ReplyKeyboardRemove();
        if (part.Png is null)
            return await bot.SendMessage(chat, part.Html, ParseMode.Html, replyMarkup: keyboard,
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true });
        using var png = new MemoryStream(part.Png, writable: false);
        return await bot.SendPhoto(chat, InputFile.FromStream(png, "picture.png"), part.Html, ParseMode.Html,
            replyMarkup: keyboard);
    }
}
