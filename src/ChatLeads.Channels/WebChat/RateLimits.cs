using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatLeads.Channels.WebChat;

/// <summary>How often visitors may call: a full bucket at first, then evenly.</summary>
internal sealed class RateLimits(IOptions<WebChatOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> conversations = PerMinute(options.Value.ConversationsPerMinute);
    private readonly PartitionedRateLimiter<string> messages = PerMinute(options.Value.MessagesPerMinute);

    /// <summary>For what opens conversations, by network address.</summary>
    public DirectLineError? Opening(HttpContext context) =>
        Refusal(conversations, context.Connection.RemoteIpAddress?.ToString() ?? "unknown");

    /// <summary>For what is done inside a conversation.</summary>
    public DirectLineError? Within(WebChatIdentity identity) => Refusal(messages, identity.Conversation.Id);

    public void Dispose()
    {
        conversations.Dispose();
        messages.Dispose();
    }

    private static DirectLineError? Refusal(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
            return null;
        return DirectLineError.TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1));
    }

    private static PartitionedRateLimiter<string> PerMinute(int count) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = count,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / count,
            QueueLimit = 0,
        }));
}
