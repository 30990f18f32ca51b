using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.Teams;

/// <summary>The bot's messaging endpoint, <c>POST /api/messages</c>, as the Bot Connector calls it.</summary>
public sealed class TeamsEndpoint(
    TeamsOptions options, InboundTokens tokens, ServiceHosts hosts, ITurns turns, ConnectorClient connector, ILogger<TeamsEndpoint> log)
{
    private const int MaxBody = 256 * 1024;

    public async Task<IResult> Post(HttpContext context, CancellationToken cancellation)
    {
        if (!options.HasAppId && !IsLocal(context))
            return Results.Problem("Without an app id this endpoint serves this machine only. Set ChatLeads:Teams:AppId.", statusCode: 403);
        if (context.Request.ContentLength > MaxBody)
            return Results.Problem("An activity is at most 256 KB.", statusCode: 413);
        if (await ReadJson(context, cancellation) is not { } json || TeamsActivity.Read(json) is not { } activity)
            return Results.Problem("This is not an activity: type and conversation.id are needed.", statusCode: 400);
        if (await Refuse(context, activity, cancellation) is { } reason)
        {
            log.LogWarning("An activity was refused: {Reason}.", reason);
            return Results.StatusCode(reason.StartsWith("no bearer", StringComparison.Ordinal) ? 401 : 403);
        }
        return await Take(activity, cancellation);
    }

    private async Task<string?> Refuse(HttpContext context, TeamsActivity activity, CancellationToken cancellation)
    {
        if (options.HasAppId)
            return await tokens.Refuse(context.Request.Headers.Authorization, activity.ChannelId, activity.ServiceUrl, cancellation);
        return hosts.Allows(activity.ServiceUrl) ? null : "the service host is not allowed";
    }

    private async Task<IResult> Take(TeamsActivity activity, CancellationToken cancellation)
    {
        var unheard = activity.IsGroup && activity is { Type: "message", MentionsBot: false, Content: TextSent };
        if (activity.Content is null || unheard || !Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service))
            return activity.Type == "invoke" ? Results.StatusCode(501) : Results.Accepted();

        var address = new TeamsAddress(service, activity.ConversationId);
        var receipt = await turns.Take(
            new Inbound(address.Key, activity.Id, activity.FromId, activity.Content, Locale: activity.Locale), cancellation);
        if (activity.Type == "invoke")
            return Results.Json(Invoked(receipt));
        if (!receipt.InOutbox && !receipt.Duplicate)
            await SendInPlace(address, receipt, cancellation);
        return Results.Accepted();
    }

    /// <summary>What an unconsented prospect is told lies nowhere: it is sent from memory, once.</summary>
    private async Task SendInPlace(TeamsAddress address, TurnReceipt receipt, CancellationToken cancellation)
    {
        foreach (var entry in receipt.Replies)
            if (await connector.Send(address, TeamsCards.Message(entry.Reply), cancellation) is not Delivery.Sent and var failed)
                log.LogWarning("A reply could not be sent: {Outcome}.", failed);
    }

    /// <summary>The answer to a card's Action.Execute: a card takes the pressed one's place, words show as a message.</summary>
    private static JsonObject Invoked(TurnReceipt receipt)
    {
        var reply = receipt.Replies.Count > 0 ? receipt.Replies[^1].Reply : null;
        return reply?.Card is not null
            ? Answer(TeamsCards.CardType, TeamsCards.Card(reply))
            : Answer("application/vnd.microsoft.activity.message", reply?.Text ?? "");
    }

    private static JsonObject Answer(string type, JsonNode value) => new() { ["statusCode"] = 200, ["type"] = type, ["value"] = value };

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For");

    private static async Task<JsonElement?> ReadJson(HttpContext context, CancellationToken cancellation)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, default, cancellation);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
