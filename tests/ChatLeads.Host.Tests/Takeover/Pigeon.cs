using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Host.Tests.Takeover;

/// <summary>A push channel that can be down for a while.</summary>
internal sealed class Pigeon : IPushChannel
{
    private readonly ConcurrentQueue<(string To, Reply Reply)> arrived = [];

    /// <summary>Chats in which somebody was shown to be writing.</summary>
    public ConcurrentQueue<string> Typed { get; } = [];

    /// <summary>Chats that nothing comes into any more.</summary>
    public ConcurrentDictionary<string, bool> Gone { get; } = [];

    public bool Down { get; set; }

    public string Name => "pigeon";

    public static ConversationKey Of(string id) => new("pigeon", id);

    public IReadOnlyList<string> To(string id) => [.. arrived.Where(sent => sent.To == id).Select(sent => sent.Reply.SignedText)];

    public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation)
    {
        if (Down)
            return Task.FromResult<Delivery>(new Delivery.Retry("down"));
        if (Gone.ContainsKey(to.Id))
            return Task.FromResult<Delivery>(new Delivery.Gone("blocked"));
        arrived.Enqueue((to.Id, reply));
        return Task.FromResult<Delivery>(new Delivery.Sent(null));
    }

    public Task Typing(ConversationKey to, CancellationToken cancellation)
    {
        Typed.Enqueue(to.Id);
        return Task.CompletedTask;
    }

    public Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation) =>
        Task.FromResult<Delivery>(new Delivery.Rejected("a pigeon takes nothing back"));
}
