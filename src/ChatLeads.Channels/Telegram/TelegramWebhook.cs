using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ChatLeads.Channels.Telegram;

/// <summary>Takes the updates that Telegram posts, and answers only when they are committed: otherwise Telegram posts again.</summary>
internal sealed class TelegramWebhook(
    BotIdentity identity, UpdateHandler handler, IOptions<TelegramOptions> settings, ILogger<TelegramWebhook> log)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private readonly byte[] secret = Hash(settings.Value.WebhookSecret ?? "");

    public async Task<Results<Ok, UnauthorizedHttpResult, ProblemHttpResult>> Post(HttpContext context)
    {
        if (!CryptographicOperations.FixedTimeEquals(Hash(context.Request.Headers[SecretHeader].ToString()), secret))
            return TypedResults.Unauthorized();
        if (identity.Me is not { } me)
            return TypedResults.Problem("The bot is just starting.", statusCode: StatusCodes.Status503ServiceUnavailable);
        try
        {
            var update = await JsonSerializer.DeserializeAsync<Update>(context.Request.Body, JsonBotAPI.Options, context.RequestAborted);
            if (update is null)
                return TypedResults.Problem("An update was expected.", statusCode: StatusCodes.Status400BadRequest);
            await handler.Handle(update, me, context.RequestAborted);
            return TypedResults.Ok();
        }
        catch (JsonException)
        {
            return TypedResults.Problem("The body is no update in JSON.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception e) when (e is not OperationCanceledException and not BadHttpRequestException)
        {
            // Only the kind: the message could quote what a person wrote.
            log.LogError("An update was not taken ({Error}); Telegram will post it again.", e.GetType().Name);
            return TypedResults.Problem("The update was not taken.", statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Hashes have one length, so that comparing them takes one time.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
