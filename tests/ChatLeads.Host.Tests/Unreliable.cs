using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>A channel that does as a test says at each attempt.</summary>
internal sealed class Unreliable(Func<ConversationKey, string, int, Delivery> answer) : IPushChannel
{
    public const string ChannelName = "pigeon";

    private readonly ConcurrentQueue<(string To, string Text)> arrived = [];
    private readonly ConcurrentBag<(Func<bool> Met, TaskCompletionSource Done)> waiting = [];
    private int attempts;

    public Unreliable(Func<int, Delivery> byAttempt) : this((_, _, attempt) => byAttempt(attempt)) { }

    public Unreliable(Func<ConversationKey, string, Delivery> byMessage) : this((to, text, _) => byMessage(to, text)) { }

    /// <summary>Puts messages into the outbox, due now.</summary>
    public static async Task Put(TestHost host, IEnumerable<(string To, string Text)> messages)
    {
        var rows = messages.Select(message =>
        {
            var key = new ConversationKey(ChannelName, message.To);
            return new OutboxRow
            {
                Recipient = key.ToString(),
                Kind = PushChannels.Message,
                PayloadJson = StoredJson.Write(new MessagePayload(key, new Reply(message.Text, "en"))),
                DueAt = host.Clock.GetUtcNow(),
            };
        }).ToList();
        await host.App.Services.GetRequiredService<DbWriter>().Write(db => { db.Outbox.AddRange(rows); });
        host.App.Services.GetRequiredService<OutboxSignal>().Kick();
    }

    public string Name => ChannelName;

    public IReadOnlyCollection<(string To, string Text)> Arrived => arrived;

    public Task HasArrived(int count) => When(() => arrived.Count >= count);

    public Task HasTried(int count) => When(() => attempts >= count);

    public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation)
    {
        var delivery = answer(to, reply.Text, Interlocked.Increment(ref attempts));
        if (delivery is Delivery.Sent)
            arrived.Enqueue((to.Id, reply.Text));
        foreach (var (met, done) in waiting)
            if (met())
                done.TrySetResult();
        return Task.FromResult(delivery);
    }

    public Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation) =>
        Task.FromResult<Delivery>(new Delivery.Rejected("a pigeon takes nothing back"));

    private Task When(Func<bool> met)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((met, done));
        if (met())
            done.TrySetResult();
        return done.Task;
    }
}
