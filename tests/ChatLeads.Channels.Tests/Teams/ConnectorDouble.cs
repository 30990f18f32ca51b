using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>Microsoft's side over HTTP: the token issuer with its OpenID keys, and the connector that takes activities.</summary>
internal sealed class ConnectorDouble : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    private readonly WebApplication app;
    private readonly RSA rsa = RSA.Create(2048);

    private ConnectorDouble(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single() + "/");

    public string KeyId { get; set; } = "key-1";

    public IList<string> Endorsements { get; } = ["msteams"];

    public bool KeysAreDown { get; set; }

    public int KeyFetches { get; private set; }

    public ConcurrentQueue<(string Method, string Path, JsonElement Body)> Received { get; } = [];

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
        app.MapPost("/v3/conversations/{id}/activities", (Delegate)connector.Take);
        app.MapPut("/v3/conversations/{id}/activities/{activity}", (Delegate)connector.Take);
        await app.StartAsync();
        return connector;
    }

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
        Received.Enqueue((context.Request.Method, Uri.UnescapeDataString(context.Request.Path), body.RootElement.Clone()));
        return Results.Json(new { id = $"sent-{Received.Count}" }, statusCode: 201);
    }
}
