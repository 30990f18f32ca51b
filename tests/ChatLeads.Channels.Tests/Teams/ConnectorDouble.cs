using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>An activity that came to the connector.</summary>
/// <param name="Id">Under which it stands in the chat; an update's is the one that it updates.</param>
internal sealed record Arrived(string Id, string Method, string Path, JsonElement Body, string? Authorization)
{
    public string? Text => Body.TryGetProperty("text", out var text) ? text.GetString() : null;

    public JsonElement Card => Body.GetProperty("attachments")[0].GetProperty("content");
}

/// <summary>
/// Microsoft's side over HTTP: the login service, the token issuer with its OpenID keys, and the connector that takes
/// activities. Its address stands for the login service too, see <see cref="Login"/>.
/// </summary>
internal sealed class ConnectorDouble : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication app;
    private readonly Channel<Arrived> arrivals = Channel.CreateUnbounded<Arrived>();
    private RSA rsa = RSA.Create(2048);
    private int sent;

    private ConnectorDouble(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single() + "/");

    public string KeyId { get; set; } = "key-1";

    public IList<string> Endorsements { get; } = ["msteams"];

    public bool KeysAreDown { get; set; }

    public int KeyFetches { get; private set; }

    public ConcurrentQueue<Arrived> Received { get; } = [];

    /// <summary>The forms that asked for a token.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Logins { get; } = [];

    /// <summary>Takes MSAL's calls to this double instead of Microsoft's login service.</summary>
    public IMsalHttpClientFactory Login => new Redirected(Url);

    /// <summary>Answers to give before it accepts again: a status, and a Retry-After in seconds.</summary>
    public ConcurrentQueue<(int Status, int? RetryAfter)> Faults { get; } = [];

    public static async Task<ConnectorDouble> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new ConnectorDouble(app);
        app.MapGet("/openid", connector.Metadata);
        app.MapGet("/keys", connector.Keys);
        app.MapPost("/{tenant:guid}/oauth2/v2.0/token", (Delegate)connector.LogIn);
        app.MapPost("/v3/conversations/{id}/activities", (Delegate)connector.Take);
        // The local client has its connector below a path, and its service URL ends without a slash.
        app.MapPost("/_connector/v3/conversations/{id}/activities", (Delegate)connector.Take);
        app.MapPut("/v3/conversations/{id}/activities/{activity}", (Delegate)connector.Take);
        app.MapPut("/_connector/v3/conversations/{id}/activities/{activity}", (Delegate)connector.Take);
        await app.StartAsync();
        return connector;
    }

    /// <summary>The next activity that came, other than a typing sign.</summary>
    public async Task<Arrived> Next() => await TryNext(Patience) ?? throw new InvalidOperationException("Nothing came.");

    /// <summary>Null when nothing comes for a while.</summary>
    public async Task<Arrived?> TryNext(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            while (true)
                if (await arrivals.Reader.ReadAsync(patience.Token) is var arrived && arrived.Body.GetProperty("type").GetString() != "typing")
                    return arrived;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>From now on it signs with another key, and publishes only that one.</summary>
    public void RotateKey(string kid) => (rsa, KeyId) = (RSA.Create(2048), kid);

    /// <summary>A token as the connector would send it; each part can be made wrong.</summary>
    public string Token(
        string audience, string? serviceUrl, DateTimeOffset now, string issuer = Issuer, TimeSpan? age = null,
        RSA? signedBy = null, string algorithm = SecurityAlgorithms.RsaSha256, string? kid = null)
    {
        var issued = (now - (age ?? TimeSpan.Zero)).UtcDateTime;
        var claims = new Dictionary<string, object>();
        if (serviceUrl is not null)
            claims["serviceurl"] = serviceUrl;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = issued,
            Expires = issued.AddHours(1),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(signedBy ?? rsa) { KeyId = kid ?? KeyId }, algorithm),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private IResult Metadata() => KeysAreDown ? Results.StatusCode(503) : Results.Json(new { issuer = Issuer, jwks_uri = Url + "keys" });

    private IResult Keys()
    {
        KeyFetches++;
        if (KeysAreDown)
            return Results.StatusCode(503);
        var key = rsa.ExportParameters(false);
        return Results.Json(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", kid = KeyId, x5t = KeyId, endorsements = Endorsements,
                    n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent),
                },
            },
        });
    }

    private async Task<IResult> Take(HttpContext context)
    {
        if (Faults.TryDequeue(out var fault))
        {
            if (fault.RetryAfter is { } seconds)
                context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.StatusCode(fault.Status);
        }
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var id = context.Request.RouteValues["activity"] as string ?? $"sent-{Interlocked.Increment(ref sent)}";
        var arrived = new Arrived(
            id, context.Request.Method, Uri.UnescapeDataString(context.Request.Path), body.RootElement.Clone(), context.Request.Headers.Authorization);
        var typing = arrived.Body.GetProperty("type").GetString() == "typing";
        Received.Enqueue(arrived);
        arrivals.Writer.TryWrite(arrived);
        return typing ? Results.Accepted() : Results.Json(new { id }, statusCode: context.Request.Method == "PUT" ? 200 : 201);
    }

    private async Task<IResult> LogIn(HttpContext context)
    {
        Logins.Enqueue((await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString()));
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = $"outbound-{Logins.Count}" });
    }

    private sealed class Redirected(Uri to) : DelegatingHandler(new HttpClientHandler()), IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("login.microsoftonline.com", request.RequestUri!.Host);
            request.RequestUri = new Uri(to, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
