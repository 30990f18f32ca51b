using ChatLeads.Channels.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatLeads.Channels.Telegram;

/// <summary>Takes one update through the pipeline, whichever way it came.</summary>
internal sealed class UpdateHandler(
    ITurns turns,
    ITelegramBotClient bot,
    UpdateReader updates,
    PressReader presses,
    DirectReplies direct,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<UpdateHandler> log)
{
    /// <summary>A turn that takes longer lets the person see that they were heard.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(1.5);

    /// <summary>Completes when the update is committed, so that it may be confirmed to Telegram.</summary>
    /// <exception cref="Exception">Whatever kept the turn from being committed: the update must come again.</exception>
    public Task Handle(Update update, User me, CancellationToken cancellation) => update.CallbackQuery is { } query
        ? Press(query, cancellation)
        : updates.Read(update, me) is { } inbound ? Take(inbound, cancellation) : Task.CompletedTask;

    private async Task Press(CallbackQuery query, CancellationToken cancellation)
    {
        // At once, whatever comes of it: until then the button shows a spinner.
        var answered = Try("answerCallbackQuery", () => bot.AnswerCallbackQuery(query.Id, cancellationToken: cancellation));
        if (presses.Read(query) is { } press && await Take(press.Inbound, cancellation) && press.Once)
            await Try("editMessageReplyMarkup", () => ShowChosen(press, cancellation));
        await answered;
    }

    /// <returns>Whether it was new.</returns>
    private async Task<bool> Take(Inbound inbound, CancellationToken cancellation)
    {
        var turn = turns.Take(inbound, cancellation);
        while (await Task.WhenAny(turn, Task.Delay(Thinking, time, cancellation)) != turn && !cancellation.IsCancellationRequested)
            await Try("sendChatAction", () => bot.SendChatAction(inbound.Conversation.Id, ChatAction.Typing, cancellationToken: cancellation));
        var receipt = await turn;
        if (receipt is { Duplicate: false, InOutbox: false, Replies.Count: > 0 })
            // Not awaited: the update is committed, and the pace of a chat must not hold up the next update.
            _ = Try("direct replies", () => direct.Say(inbound.Conversation, receipt.Replies, lifetime.ApplicationStopping));
        return !receipt.Duplicate;
    }

    /// <summary>The chosen button remains alone; pressing it again is the same answer, given once.</summary>
    private Task<Message> ShowChosen(Press press, CancellationToken cancellation) => bot.EditMessageReplyMarkup(
        press.Chat, press.MessageId, InlineKeyboardButton.WithCallbackData("✓ " + press.Label, press.Data), cancellationToken: cancellation);

    /// <summary>For what is nice to have: when it fails, the turn stands.</summary>
    private async Task Try(string what, Func<Task> request)
    {
        try
        {
            await request();
        }
        catch (RequestException e)
        {
            log.LogInformation("Telegram did not take {What}: {Reason}", what, e.Message);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
