using System.Text.Json;
using ChatLeads.Core.Conversations;
using Microsoft.AspNetCore.Http;

namespace ChatLeads.Channels.WebChat;

/// <summary><c>POST conversations</c> and <c>GET conversations/{id}</c>: both hand out a stream URL.</summary>
internal sealed class ConversationEndpoints(
    Callers callers, RateLimits limits, WebChatTokens tokens, StreamTickets tickets, ITurns turns, ITranscripts transcripts)
{
    /// <summary>201 and a greeting for a new conversation, 200 and its whole history for one that was begun before.</summary>
    public async Task<IResult> Start(HttpContext context)
    {
        var (caller, error) = await Starter(context);
        if (caller is null)
            return error!;
        if (limits.Opening(context) is { } tooMany)
            return tooMany;
        var (body, malformed) = await RequestJson.Read(context.Request, optional: true);
        if (body is null)
            return malformed!;
        using (body)
            return await Start(context, caller, body.RootElement);
    }

    /// <summary>A new stream URL that goes on after the watermark; without one, from now on.</summary>
    public async Task<IResult> Resume(HttpContext context, string? watermark)
    {
        var identity = Callers.Of(context).Identity;
        if (limits.Within(identity) is { } tooMany)
            return tooMany;
        if (Watermark.Read(watermark) is not { } from)
            return DirectLineError.Malformed("watermark is not one of ours.");
        if (await transcripts.Since(identity.Conversation, from, context.RequestAborted) is not { } news)
            return DirectLineError.NoConversation;
        var now = news.Count == 0 ? from : news[^1].Sequence;
        return Answer(context, identity, watermark is null ? now : from, StatusCodes.Status200OK);
    }

    /// <summary>A token's own conversation, or a fresh one for a page's back end.</summary>
    private async ValueTask<(Caller? Caller, DirectLineError? Error)> Starter(HttpContext context) =>
        Callers.Bearer(context.Request) is { } bearer && callers.IsSecret(bearer)
            ? (new Caller(WebChatIdentity.NewVisitor() with { Vouched = true }, null), null)
            : await callers.Identify(context);

    private async Task<IResult> Start(HttpContext context, Caller caller, JsonElement body)
    {
        var identity = caller.Identity with { User = caller.Identity.User ?? body.AccountId("user") };
        var isNew = await transcripts.Since(identity.Conversation, long.MaxValue, context.RequestAborted) is null;
        if (isNew)
        {
            transcripts.Begin(identity.Conversation);
            await turns.Take(
                new Inbound(identity.Conversation, InboundIds.Opened, identity.ProvenUser, new Opened(), caller.Staff, body.LanguageTag("locale")),
                CancellationToken.None);
        }
        return Answer(context, identity, from: 0, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private WireResult<TokenResponse> Answer(HttpContext context, WebChatIdentity identity, long from, int status)
    {
        var request = context.Request;
        var path = $"{request.Host}{request.PathBase}{WebChatSetup.BasePath}/conversations/{identity.Conversation.Id}/stream";
        var url = $"{(request.IsHttps ? "wss" : "ws")}://{path}?watermark={Watermark.Write(from)}&t={tickets.Issue(identity)}";
        return new WireResult<TokenResponse>(
            new(identity.Conversation.Id, tokens.Issue(identity), (int)WebChatTokens.Lifetime.TotalSeconds, url),
            WireJson.Default.TokenResponse, status);
    }
}
