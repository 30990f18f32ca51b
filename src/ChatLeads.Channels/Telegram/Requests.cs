using ChatLeads.Channels.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot.Exceptions;

namespace ChatLeads.Channels.Telegram;

/// <summary>Requests that must succeed some time: tried again with patience, and told plainly in the log.</summary>
internal sealed class Requests(IOptions<TelegramOptions> settings, TimeProvider time, ILogger<Requests> log)
{
    private readonly TelegramOptions options = settings.Value;

    public async Task<T> UntilDone<T>(string method, Func<Task<T>> request, CancellationToken stopping)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await request();
            }
            catch (Exception e) when (Expected(e, stopping))
            {
                await Failed(method, e, failures, stopping);
            }
        }
    }

    /// <summary>For what the bot can do without: a server that refuses it is not asked again.</summary>
    public Task<bool> UntilDoneOrRefused(string method, Func<Task<bool>> request, CancellationToken stopping) => UntilDone(method, async () =>
    {
        try
        {
            return await request();
        }
        catch (RequestException e) when (Refuses(e))
        {
            log.LogError("Telegram refuses {Method}: {Reason}", method, e.Message);
            return false;
        }
    }, stopping);

    /// <summary>A server that knows the method not at all may say so in no form of the Bot API's.</summary>
    private static bool Refuses(RequestException e) =>
        (e is ApiRequestException api ? api.ErrorCode : (int?)e.HttpStatusCode) is >= 400 and < 500 and not 429;

    /// <summary>What goes wrong between us and a server, and not in the program.</summary>
    public static bool Expected(Exception e, CancellationToken stopping) =>
        !stopping.IsCancellationRequested && e is RequestException or HttpRequestException or OperationCanceledException;

    /// <summary>Says what failed, and waits as told or longer each time.</summary>
    public async Task Failed(string method, Exception e, int failures, CancellationToken stopping)
    {
        var told = (e as ApiRequestException)?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var wait = told ?? Backoff.Delay(failures, Random.Shared.NextDouble());
        log.LogWarning("Telegram, {Method}: {Meaning} Trying again in {Seconds:0.0} s.", method, Meaning(e), wait.TotalSeconds);
        await Task.Delay(wait, time, stopping);
    }

    private string Meaning(Exception e) => e switch
    {
        ApiRequestException { ErrorCode: 401 or 404 } =>
            $"{options.ApiUrl} does not know the token in {TelegramOptions.Section}:Token ({e.Message}).",
        ApiRequestException { ErrorCode: 409 } when e.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase) =>
            "somebody has set a webhook for this bot; it is being removed.",
        ApiRequestException { ErrorCode: 409 } =>
            "another program polls with the same token. Only one may: stop the other one, or give each a bot of its own.",
        _ => e.Message.Replace(options.Token!, "TOKEN", StringComparison.Ordinal),
    };
}
