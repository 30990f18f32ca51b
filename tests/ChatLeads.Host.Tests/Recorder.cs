using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Host.Tests;

/// <summary>A channel that keeps what is shown in each chat, and refuses where a test says so.</summary>
internal sealed class Recorder(string name = Recorder.ChannelName) : IPushChannel
{
    public const string ChannelName = "pigeon";

    private readonly ConcurrentQueue<(string To, string Id, Reply Reply)> sent = [];
    private readonly ConcurrentDictionary<string, Reply> shown = [];
    private int last;

    public string Name => name;

    /// <summary>Ids of chats, one for each edit.</summary>
    public ConcurrentQueue<string> Edits { get; } = [];

    public ConcurrentDictionary<string, Delivery> Refuses { get; } = [];

    public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation)
    {
        if (Refuses.TryGetValue(to.Id, out var refusal))
            return Task.FromResult(refusal);
        var id = $"{Interlocked.Increment(ref last)}";
        shown[id] = reply;
        sent.Enqueue((to.Id, id, reply));
        return Task.FromResult<Delivery>(new Delivery.Sent(id));
    }

    public Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation)
    {
        shown[externalId] = reply;
        Edits.Enqueue(to.Id);
        return Task.FromResult<Delivery>(new Delivery.Sent(externalId));
    }

    /// <summary>The messages in a chat as they stand now, in order of arrival.</summary>
    public IReadOnlyList<Reply> In(string chat) => [.. sent.Where(message => message.To == chat).Select(message => shown[message.Id])];

    public IReadOnlyList<Card> Cards(string chat) => [.. In(chat).Where(reply => reply.Card is not null).Select(reply => reply.Card!)];
}
