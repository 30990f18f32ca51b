using System.Collections.Concurrent;
using ChatLeads.Core.Conversations;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLeads.Channels.WebChat;

/// <summary>Direct Line tokens: JWTs signed with HMAC-SHA256, for one conversation.</summary>
public sealed class WebChatTokens
{
    /// <summary>Half of it is when the official client renews.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int MostKnown = 10_000;
    private const string Audience = "chatleads/webchat";
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials credentials;
    private readonly TokenValidationParameters parameters;
    private readonly TimeProvider time;

    /// <summary>Tokens of ours that came lately, so that a conversation's every call need not check a signature.</summary>
    private readonly ConcurrentDictionary<string, (TokenCheck.Valid Check, DateTimeOffset Until)> known = [];

    /// <param name="key">At least 32 random bytes; a new key makes every earlier token foreign.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public WebChatTokens(byte[] key, TimeProvider time)
    {
        if (key.Length < 32)
            throw new ArgumentException("The signing key of web chat needs at least 32 bytes.", nameof(key));
        this.time = time;
        var signing = new SymmetricSecurityKey(key);
        credentials = new SigningCredentials(signing, SecurityAlgorithms.HmacSha256);
        parameters = new TokenValidationParameters
        {
            ValidAudience = Audience,
            IssuerSigningKey = signing,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateLifetime = false, // below, by our own clock
        };
    }

    public string Issue(WebChatIdentity identity) =>
        handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = Audience,
            Expires = (time.GetUtcNow() + Lifetime).UtcDateTime,
            SigningCredentials = credentials,
            Claims = Claims(identity),
        });

    /// <summary>A token is read once; after that only the time decides.</summary>
    public async ValueTask<TokenCheck> Validate(string token)
    {
        if (!known.TryGetValue(token, out var valid))
        {
            if (await Read(token) is not { } read)
                return new TokenCheck.Foreign();
            if (known.Count >= MostKnown)
                known.Clear();
            known[token] = valid = read;
        }
        return valid.Until <= time.GetUtcNow() ? new TokenCheck.Expired() : valid.Check;
    }

    private async Task<(TokenCheck.Valid Check, DateTimeOffset Until)?> Read(string token)
    {
        var result = await handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || Identity(jwt) is not { } identity)
            return null;
        return (new TokenCheck.Valid(identity), jwt.ValidTo);
    }

    private static Dictionary<string, object> Claims(WebChatIdentity identity)
    {
        var claims = new Dictionary<string, object>
        {
            ["channel"] = identity.Conversation.Channel,
            ["conv"] = identity.Conversation.Id,
        };
        if (identity.User is not null) claims["user"] = identity.User; // the official client reads this one
        if (identity.Vouched) claims["vouched"] = true;
        if (identity.StaffId is { } staff) claims["staff"] = staff;
        if (identity.Session is { } session) claims["session"] = session;
        if (identity.TrustedOrigins.Count > 0) claims["origins"] = identity.TrustedOrigins.ToArray();
        return claims;
    }

    private static WebChatIdentity? Identity(JsonWebToken jwt)
    {
        if (!jwt.TryGetPayloadValue<string>("channel", out var channel) || !jwt.TryGetPayloadValue<string>("conv", out var conversation))
            return null;
        return new WebChatIdentity(
            new ConversationKey(channel, conversation),
            jwt.TryGetPayloadValue<string>("user", out var user) ? user : null)
        {
            Vouched = jwt.TryGetPayloadValue<bool>("vouched", out var vouched) && vouched,
            StaffId = jwt.TryGetPayloadValue<int>("staff", out var staff) ? staff : null,
            Session = jwt.TryGetPayloadValue<string>("session", out var session) ? session : null,
            TrustedOrigins = jwt.TryGetPayloadValue<string[]>("origins", out var origins) ? origins : [],
        };
    }
}

/// <summary>What a token turned out to be. Closed.</summary>
public abstract record TokenCheck
{
    private TokenCheck() { }

    public sealed record Valid(WebChatIdentity Identity) : TokenCheck;

    /// <summary>Ours, but too old.</summary>
    public sealed record Expired : TokenCheck;

    /// <summary>Not ours, or tampered with.</summary>
    public sealed record Foreign : TokenCheck;
}
