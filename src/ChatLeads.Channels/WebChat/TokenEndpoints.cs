using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ChatLeads.Channels.WebChat;

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal static class TokenEndpoints
{
    private const int MostOrigins = 20;

    public static async Task<IResult> Generate(HttpContext context, Callers callers, Origins origins, RateLimits limits, WebChatTokens tokens)
    {
        var bearer = Callers.Bearer(context.Request);
        if (bearer is not null && !callers.IsSecret(bearer))
            return DirectLineError.ForeignToken;
        if (bearer is null && !origins.MayCall(context.Request))
            return DirectLineError.ForeignOrigin;
        if (bearer is null && limits.Opening(context) is { } tooMany)
            return tooMany;
        var (body, error) = await RequestJson.Read(context.Request, optional: true);
        if (body is null)
            return error!;
        using (body)
            return Identity(body.RootElement, bearer is not null) is { } identity
                ? Answer(identity, tokens)
                : DirectLineError.Malformed("user.id has 1 to 64 characters; trustedOrigins holds at most 20 origins.");
    }

    public static IResult Refresh(HttpContext context, WebChatTokens tokens) =>
        Answer(Callers.Of(context).Identity, tokens);

    private static WireResult<TokenResponse> Answer(WebChatIdentity identity, WebChatTokens tokens) =>
        new WireResult<TokenResponse>(
            new(identity.Conversation.Id, tokens.Issue(identity), (int)WebChatTokens.Lifetime.TotalSeconds),
            WireJson.Default.TokenResponse);

    private static WebChatIdentity? Identity(JsonElement body, bool fromBackEnd)
    {
        var user = body.AccountId("user");
        if (user is null && body.Object("user") is { } named && named.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.Null)
            return null;
        if (TrustedOrigins(body) is not { } trusted)
            return null;
        return WebChatIdentity.NewVisitor() with { User = user, Vouched = fromBackEnd && user is not null, TrustedOrigins = trusted };
    }

    private static string[]? TrustedOrigins(JsonElement body)
    {
        if (!body.TryGetProperty("trustedOrigins", out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostOrigins)
            return null;
        var origins = list.EnumerateArray().Select(o => o.ValueKind == JsonValueKind.String ? o.GetString()!.TrimEnd('/') : "").ToArray();
        return origins.All(Origins.IsOrigin) ? origins : null;
    }
}
