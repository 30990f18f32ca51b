using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatLeads.Host.Desk;

/// <summary>Signing in at the desk. The chat itself is web chat, with a token for staff.</summary>
internal static class DeskEndpoints
{
    public const string RateLimit = "sign-in";
    public const string Cookie = "chatleads-desk";

    public static void MapDesk(this WebApplication app)
    {
        app.MapGet("/desk", Open).RequireRateLimiting(RateLimit);
        app.MapGet("/desk/leads.csv", ExportEndpoint.Get).RequireRateLimiting(RateLimit);
        var desk = app.MapGroup("/desk").AddEndpointFilter(SameOrigin);
        desk.MapPost("/token", Token);
        desk.MapPost("/sign-out", SignOut);
    }

    /// <summary>With a code: a session, and the same page without the code in its address. Whether signed in, the page finds out by itself.</summary>
    private static async Task<Results<RedirectHttpResult, PhysicalFileHttpResult>> Open(string? code, SignIn signIn, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (code is null)
        {
            Pages.DescribePage(context.Response);
            return TypedResults.PhysicalFile(Path.Combine(AppContext.BaseDirectory, "wwwroot", "desk.html"), "text/html; charset=utf-8");
        }
        if (await signIn.Redeem(code, LanguageOf(context.Request)) is not { } token)
            return TypedResults.Redirect("/desk?link=used");
        context.Response.Cookies.Append(Cookie, token, CookieOf(context));
        return TypedResults.Redirect("/desk");
    }

    private static async Task<Results<Ok<DeskToken>, UnauthorizedHttpResult>> Token(
        SignIn signIn, WebChatTokens tokens, ITranscripts transcripts, HttpContext context)
    {
        var session = context.Request.Cookies[Cookie];
        if (await signIn.WhoIs(session, context.RequestAborted) is not { } person)
            return TypedResults.Unauthorized();
        var identity = WebChatIdentity.ForStaff(person.Id) with { Session = SignIn.SessionOf(session!) };
        transcripts.Begin(identity.Conversation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new DeskToken(
            identity.Conversation.Id, tokens.Issue(identity), (int)WebChatTokens.Lifetime.TotalSeconds,
            person.Name, person.Language, person.Role.ToString().ToLowerInvariant()));
    }

    private static async Task<NoContent> SignOut(SignIn signIn, HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } token)
            await signIn.SignOut(token);
        context.Response.Cookies.Delete(Cookie, CookieOf(context));
        return TypedResults.NoContent();
    }

    /// <summary>Another site's page cannot act for whoever is signed in here: browsers send Origin with every POST.</summary>
    private static async ValueTask<object?> SameOrigin(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        return request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}"
            ? TypedResults.Problem("The desk takes requests of its own pages alone.", statusCode: StatusCodes.Status403Forbidden)
            : await next(invocation);
    }

    /// <summary>That of the browser, for whoever joins here.</summary>
    private static string LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage is [{ Length: > 1 } tags, ..] ? tags[..2].ToLowerInvariant() : "";

    private static CookieOptions CookieOf(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/desk",
        MaxAge = SignIn.SessionLifetime,
    };
}

/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Role"><c>rep</c> or <c>manager</c>.</param>
internal sealed record DeskToken(
    string ConversationId,
    string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn,
    string Name,
    string Language,
    string Role);
