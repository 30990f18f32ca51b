using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;

namespace ChatLeads.Channels.Telegram;

/// <summary>What a refusal of the Bot API means for a message.</summary>
internal static class Deliveries
{
    // The recipient is not there any more, or never let us write: no later attempt will end better.
    private static readonly string[] GoneFor =
    [
        "chat not found", "user not found", "user is deactivated", "group chat was deactivated", "group chat was deleted",
        "PEER_ID_INVALID", "bot was kicked", "bot is not a member", "bot can't initiate conversation", "not enough rights", "CHAT_WRITE_FORBIDDEN",
    ];

    /// <summary>Null when the exception isn't a refusal, such as the program's stop or a group that has moved.</summary>
    public static Delivery? Of(Exception exception) => exception switch
    {
        ApiRequestException { Parameters.MigrateToChatId: not null } => null,
        ApiRequestException { ErrorCode: 429 } e => new Delivery.Retry(e.Message, TimeSpan.FromSeconds(e.Parameters?.RetryAfter ?? 1)),
        ApiRequestException { ErrorCode: 403 } e => new Delivery.Gone(e.Message),
        ApiRequestException { ErrorCode: 400 } e when Array.Exists(GoneFor, why => e.Message.Contains(why, StringComparison.OrdinalIgnoreCase)) =>
            new Delivery.Gone(e.Message),
        ApiRequestException { ErrorCode: 400 or 413 } e => new Delivery.Rejected(e.Message),
        // It was taken, only the message in the answer cannot be read: to send it again would say it twice.
        RequestException { HttpStatusCode: HttpStatusCode.OK, InnerException: { } why } when IsInResult(why) => new Delivery.Sent(null),
        // Also 401 and 404, a token that is wrong today: what is due can wait until it is right.
        RequestException or HttpRequestException => new Delivery.Retry(exception.Message),
        _ => null,
    };

    /// <summary>As against a page of somebody in between: that is no Bot API's at all.</summary>
    private static bool IsInResult(Exception why) =>
        why is not JsonException { Path: var path } || path?.StartsWith("$.result", StringComparison.Ordinal) == true;
}
