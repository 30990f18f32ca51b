using ChatLeads.Channels.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatLeads.Channels.Telegram;

/// <summary>Introduces the bot to Telegram at start, then polls for updates unless Telegram posts them.</summary>
/// <remarks>
/// Not the library's receiver: that one has no back-off, moves the offset before an update is handled, and swallows what
/// the handler throws.
/// </remarks>
internal sealed class TelegramService(
    ITelegramBotClient bot,
    BotIdentity identity,
    TelegramWords words,
    UpdateHandler handler,
    Requests requests,
    IOptions<TelegramOptions> settings,
    TimeProvider time,
    ILogger<TelegramService> log) : BackgroundService
{
    // Shorter than the connection's timeout, so that a dead connection is told from a quiet one.
    private const int PollSeconds = 25;
    private static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery];
    private readonly TelegramOptions options = settings.Value;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var me = identity.Me = await requests.UntilDone("getMe", () => bot.GetMe(stopping), stopping);
        log.LogInformation("Telegram: this is @{Username}, by {Way}.", me.Username, options.UsesWebhook ? "webhook" : "long polling");
        // What the menu shows can wait; what people write cannot.
        var menu = requests.UntilDoneOrRefused("setMyCommands", () => SetCommands(stopping), stopping);
        if (options.UsesWebhook)
        {
            await Task.WhenAll(requests.UntilDone("setWebhook", () => SetWebhook(stopping), stopping), menu);
            return;
        }
        await requests.UntilDoneOrRefused("deleteWebhook", () => DeleteWebhook(stopping), stopping);
        await Task.WhenAll(Poll(me, stopping), menu);
    }

    /// <summary>
    /// An offset is sent only to confirm what was just committed; then Telegram has forgotten it, and the next poll asks
    /// without one. So an update_id that starts over after an idle week is not taken for an old one.
    /// </summary>
    private async Task Poll(User me, CancellationToken stopping)
    {
        var batch = new UpdateBatch((update, cancellation) => handler.Handle(update, me, cancellation), log);
        int? offset = null;
        var confirmed = 0;
        for (var failures = 0; !stopping.IsCancellationRequested;)
        {
            try
            {
                var updates = await bot.GetUpdates(offset, 100, offset is null ? PollSeconds : 0, Wanted, stopping);
                if (updates.Length == 0)
                {
                    (offset, failures) = (null, 0);
                    continue;
                }
                // A server that goes on handing out what was confirmed must not make this a tight loop.
                if (updates[^1].Id < confirmed)
                    await Task.Delay(Backoff.Delay(1, 0), time, stopping);
                var (next, all) = await batch.Take(updates, stopping);
                offset = confirmed = next;
                // Telegram answers; what failed is ours, and others should not wait long for it.
                failures = all ? 0 : Math.Min(failures + 1, 4);
                if (!all)
                    await Task.Delay(Backoff.Delay(failures, Random.Shared.NextDouble()), time, stopping);
            }
            catch (Exception e) when (Requests.Expected(e, stopping))
            {
                await requests.Failed("getUpdates", e, ++failures, stopping);
                if (e is ApiRequestException { ErrorCode: 409 } && e.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase))
                    await requests.UntilDoneOrRefused("deleteWebhook", () => DeleteWebhook(stopping), stopping);
            }
        }
    }

    private async Task<bool> SetCommands(CancellationToken stopping)
    {
        foreach (var language in TelegramWords.Languages.Prepend(null))
        {
            var commands = words.Commands.Select(command => new BotCommand(command.Name, command.Description[TelegramWords.Known(language)]));
            await bot.SetMyCommands(commands, new BotCommandScopeDefault(), language, stopping);
        }
        return true;
    }

    private async Task<bool> SetWebhook(CancellationToken stopping)
    {
        await bot.SetWebhook(options.Webhook.AbsoluteUri, allowedUpdates: Wanted, secretToken: options.WebhookSecret, cancellationToken: stopping);
        return true;
    }

    private async Task<bool> DeleteWebhook(CancellationToken stopping)
    {
        await bot.DeleteWebhook(dropPendingUpdates: false, stopping);
        return true;
    }
}

/// <summary>Who the bot is at Telegram; null until it has been asked.</summary>
internal sealed class BotIdentity
{
    private volatile User? me;

    public User? Me
    {
        get => me;
        set => me = value;
    }
}
