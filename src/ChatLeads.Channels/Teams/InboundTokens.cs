using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatLeads.Channels.Teams;

/// <summary>
/// Checks that an activity comes from the Bot Connector and is meant for this bot; denies by default.
/// Source: "Authentication with the Bot Connector API", Connector to bot, Microsoft Learn.
/// </summary>
public sealed class InboundTokens
{
    private const string Issuer = "https://api.botframework.com";
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

    /// <summary>Null when the activity may pass, otherwise why not (for the log; the caller hears only 401 or 403).</summary>
    public async Task<string?> Refuse(string? authorization, string? channelId, string? serviceUrl, CancellationToken cancellation)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return "no bearer token";
        var raw = authorization["Bearer ".Length..].Trim();
        if (!handler.CanReadToken(raw) || handler.ReadJsonWebToken(raw) is not { } unread || unread.Issuer != Issuer)
            return "not a token of the Bot Connector";

        OpenIdConnectConfiguration known;
        try
        {
            known = await KeysFor(unread.Kid, cancellation);
        }
        catch (InvalidOperationException)
        {
            return "the key server cannot be reached";
        }
        var result = await handler.ValidateTokenAsync(raw, Rules(known));
        if (!result.IsValid)
            return "token " + (result.Exception?.GetType().Name ?? "invalid");
        return Endorses(known, unread.Kid, channelId) ?? Matches(unread, serviceUrl);
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
            var skew = TimeSpan.FromMinutes(5);
            return expires is { } end && now <= end + skew && (notBefore is not { } start || now >= start - skew);
        },
    };

    private static string? Endorses(OpenIdConnectConfiguration known, string kid, string? channelId)
    {
        if (string.IsNullOrWhiteSpace(channelId))
            return "no channel id";
        // A token that names no known key may still verify against one of them: nothing then tells what it endorses.
        return known.JsonWebKeySet.Keys.FirstOrDefault(key => key.Kid == kid) is { } key
            && key.AdditionalData.TryGetValue("endorsements", out var list)
            && list is System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } endorsements
            && endorsements.EnumerateArray().Any(item => item.GetString() == channelId)
                ? null
                : "the key does not endorse this channel";
    }

    private string? Matches(JsonWebToken token, string? serviceUrl)
    {
        if (!token.TryGetPayloadValue<string>("serviceurl", out var claimed) || string.IsNullOrEmpty(claimed))
            return "no serviceurl claim";
        if (claimed != serviceUrl)
            return "the serviceurl claim is not the activity's";
        return hosts.Allows(serviceUrl) ? null : "the service host is not allowed";
    }
}
