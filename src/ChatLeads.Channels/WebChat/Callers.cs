using System.Security.Cryptography;
using System.Text;
using ChatLeads.Core.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.WebChat;

/// <summary>Who makes a call, proven by its token.</summary>
/// <param name="Staff">Set at the desk.</param>
internal sealed record Caller(WebChatIdentity Identity, Staff? Staff);

/// <summary>Tells callers by their Authorization header.</summary>
internal sealed class Callers(WebChatTokens tokens, IOptions<WebChatOptions> options, IServiceProvider services)
{
    private const string Scheme = "Bearer ";
    private readonly byte[]? secret = options.Value.Secret is { } text ? Hash(text) : null;

    /// <summary>What stands behind <c>Bearer</c>; null when nothing does.</summary>
    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && header[Scheme.Length..].Trim() is { Length: > 0 } token ? token : null;

    /// <summary>A page's back end, which we trust with what it says of its visitors.</summary>
    public bool IsSecret(string bearer) => secret is not null && CryptographicOperations.FixedTimeEquals(secret, Hash(bearer));

    public async ValueTask<(Caller? Caller, DirectLineError? Error)> Identify(HttpContext context)
    {
        if (Bearer(context.Request) is not { } token)
            return (null, DirectLineError.NoToken);
        var check = await tokens.Validate(token);
        if (check is not TokenCheck.Valid { Identity: var identity })
            return (null, check is TokenCheck.Expired ? DirectLineError.TokenExpired : DirectLineError.ForeignToken);
        if (!MayUse(identity, context.Request))
            return (null, DirectLineError.ForeignOrigin);
        var staff = await StaffOf(identity, context.RequestAborted);
        return identity.StaffId is not null && staff is null
            ? (null, DirectLineError.ForeignToken)
            : (new Caller(identity, staff), null);
    }

    /// <summary>The staff member of a desk's token, if still one and still signed in.</summary>
    public async ValueTask<Staff?> StaffOf(WebChatIdentity identity, CancellationToken cancellation) =>
        identity.StaffId is { } id && services.GetService<IStaffDirectory>() is { } directory
        && (identity.Session is not { } session || await directory.IsSignedIn(session, cancellation))
            ? await directory.Find(id, cancellation)
            : null;

    /// <summary>An endpoint filter: no token of this conversation, no entry.</summary>
    public static async ValueTask<object?> Require(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var (caller, error) = await context.RequestServices.GetRequiredService<Callers>().Identify(context);
        if (caller is null)
            return error;
        if (context.GetRouteValue("conversationId") is string id && id != caller.Identity.Conversation.Id)
            return DirectLineError.ForeignToken;
        context.Features.Set(caller);
        return await next(invocation);
    }

    /// <summary>The caller that <see cref="Require"/> has let in.</summary>
    public static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();

    private static bool MayUse(WebChatIdentity identity, HttpRequest request) =>
        identity.TrustedOrigins.Count == 0
        || Origins.Of(request) is not { } origin
        || Origins.IsSame(request, origin)
        || identity.TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
