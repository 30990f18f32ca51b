using System.Net;
using ChatLeads.Channels.WebChat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.Teams;

/// <summary>The bot's messaging endpoint, <c>POST /api/messages</c>: who may call it, and what is an activity.</summary>
internal sealed class TeamsEndpoint(
    TeamsOptions options, InboundTokens tokens, ServiceHosts hosts, TeamsTurns turns, ILogger<TeamsEndpoint> log)
{
    public async Task<IResult> Post(HttpContext context)
    {
        var (token, refusal) = options.HasAppId
            ? await tokens.Authenticate(context.Request.Headers.Authorization, context.RequestAborted)
            : (null, RefuseStranger(context));
        if (refusal is not null)
            return Refused(refusal);
        var (json, error) = await RequestJson.Read(context.Request, optional: false);
        using var document = json;
        if (document is null)
            return error!;
        if (TeamsActivity.Read(document.RootElement) is not { } activity)
            return DirectLineError.Malformed("This is no activity: it needs a type and a conversation.id.");
        if (Refuse(token, activity) is { } mismatch)
            return Refused(mismatch);
        return await turns.Take(activity, new TeamsAddress(new Uri(activity.ServiceUrl!), activity.ConversationId), context.RequestAborted);
    }

    private Refusal? Refuse(ConnectorToken? token, TeamsActivity activity) => token is not null
        ? tokens.Refuse(token, activity.ChannelId, activity.ServiceUrl)
        : hosts.Allows(activity.ServiceUrl) ? null : Refusal.Forbidden($"The serviceUrl's host is not allowed; see {TeamsOptions.Section}:ServiceUrls.");

    /// <summary>Without an app id: programs of this machine, neither through a proxy or tunnel nor from a page in a browser.</summary>
    private static Refusal? RefuseStranger(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is { } host && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("X-Original-For")
        && !context.Request.Headers.ContainsKey("Origin")
            ? null
            : Refusal.Forbidden($"Without an app id only clients of this machine are served. Set {TeamsOptions.Section}:AppId.");

    private DirectLineError Refused(Refusal refusal)
    {
        log.LogWarning("An activity was refused: {Reason}", refusal.Reason);
        return new DirectLineError(refusal.Status, refusal.Status == 503 ? "ServiceError" : "Unauthorized", options.HasAppId ? "The request is not authorized." : refusal.Reason);
    }
}
