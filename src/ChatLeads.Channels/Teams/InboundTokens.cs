using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatLeads.Channels.Teams;

/// <summary>
/// Checks that a request comes from the Bot Connector and is meant for this bot; denies by default.
/// Source: "Authentication with the Bot Connector API", Connector to bot, Microsoft Learn.
/// </summary>
internal sealed class InboundTokens
{
    private const string Issuer = "https://api.botframework.com";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly TeamsOptions options;
    private readonly ServiceHosts hosts;
    private readonly TimeProvider clock;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> keys;
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    public InboundTokens(TeamsOptions options, ServiceHosts hosts, TimeProvider clock, HttpClient http)
    {
        (this.options, this.hosts, this.clock) = (options, hosts, clock);
        keys = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.OpenIdMetadata.AbsoluteUri,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !options.OpenIdMetadata.IsLoopback })
        {
            // A failed refresh keeps the keys that it has; a new key is looked for when a token names an unknown one.
            AutomaticRefreshInterval = TimeSpan.FromHours(24),
        };
    }

    /// <summary>What can be told before the body is read: bearer, issuer, signature, algorithm, audience, time.</summary>
    public async Task<(ConnectorToken? Token, Refusal? Refusal)> Authenticate(string? authorization, CancellationToken cancellation)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return (null, new Refusal(401, "no bearer token"));
        var raw = authorization["Bearer ".Length..].Trim();
        if (!handler.CanReadToken(raw) || Read(raw) is not { Issuer: Issuer } unread)
            return (null, Refusal.Forbidden("not a token of the Bot Connector"));
        OpenIdConnectConfiguration known;
        try
        {
            known = await KeysFor(unread.Kid, cancellation);
        }
        catch (InvalidOperationException)
        {
            return (null, new Refusal(503, "the key server cannot be reached"));
        }
        var result = await handler.ValidateTokenAsync(raw, Rules(known));
        return result.IsValid
            ? (new ConnectorToken(Endorsements(known, unread.Kid), Claim(unread, "serviceurl")), null)
            : (null, Refusal.Forbidden("token " + (result.Exception?.GetType().Name ?? "invalid")));
    }

    /// <summary>What only the activity tells: its channel is one that the key endorses, its service the one that the token names.</summary>
    public Refusal? Refuse(ConnectorToken token, string? channelId, string? serviceUrl)
    {
        if (channelId is not null && !token.Endorsements.Contains(channelId))
            return Refusal.Forbidden("the key does not endorse this channel");
        if (string.IsNullOrWhiteSpace(channelId))
            return Refusal.Forbidden("no channel id");
        if (string.IsNullOrEmpty(token.ServiceUrl))
            return Refusal.Forbidden("no serviceurl claim");
        if (token.ServiceUrl != serviceUrl)
            return Refusal.Forbidden("the serviceurl claim is not the activity's");
        return hosts.Allows(serviceUrl) ? null : Refusal.Forbidden("the service host is not allowed");
    }

    private JsonWebToken? Read(string raw)
    {
        try
        {
            return handler.ReadJsonWebToken(raw);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<OpenIdConnectConfiguration> KeysFor(string kid, CancellationToken cancellation)
    {
        var known = await keys.GetConfigurationAsync(cancellation);
        if (known.JsonWebKeySet.Keys.Any(key => key.Kid == kid))
            return known;
        keys.RequestRefresh();
        return await keys.GetConfigurationAsync(cancellation);
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration known) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = options.AppId,
        IssuerSigningKeys = known.SigningKeys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return expires is { } end && now <= end + Skew && (notBefore is not { } start || now >= start - Skew);
        },
    };

    /// <summary>A token that names no known key may still verify against one of them: nothing then tells what it endorses.</summary>
    private static HashSet<string> Endorsements(OpenIdConnectConfiguration known, string kid) =>
        known.JsonWebKeySet.Keys.FirstOrDefault(key => key.Kid == kid) is { } key
        && key.AdditionalData.TryGetValue("endorsements", out var list)
        && list is JsonElement { ValueKind: JsonValueKind.Array } endorsements
            ? [.. endorsements.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var claimed) ? claimed : null;
}

/// <summary>A token that was verified, and what of it the activity must match.</summary>
internal sealed record ConnectorToken(IReadOnlySet<string> Endorsements, string? ServiceUrl);
