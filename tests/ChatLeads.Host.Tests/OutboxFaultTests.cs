using System.Collections.Concurrent;
using System.Diagnostics;
using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>What the outbox does when a channel misbehaves, in figures.</summary>
public class OutboxFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task In_a_storm_of_429s_nothing_is_sent_sooner_than_told()
    {
        const int Chats = 20, Each = 5, Refusals = 2;
        TimeProvider clock = null!;
        var (told, early, refused) = (new ConcurrentDictionary<string, DateTimeOffset>(), 0, 0);
        var tries = new ConcurrentDictionary<string, int>();
        var channel = new Unreliable((to, text) =>
        {
            if (told.TryGetValue(to.Id, out var until) && clock.GetUtcNow() < until)
                Interlocked.Increment(ref early);
            var attempt = tries.AddOrUpdate($"{to.Id}:{text}", 1, (_, before) => before + 1);
            if (attempt > Refusals)
                return new Delivery.Sent(null);
            var wait = TimeSpan.FromSeconds(1 + (text.Length * 7 + attempt * 5 + to.Id.Length) % 15);
            told[to.Id] = clock.GetUtcNow() + wait;
            Interlocked.Increment(ref refused);
            return new Delivery.Retry("Too Many Requests", wait);
        });
        await using var host = await TestHost.Start(with: services => services.AddSingleton<IPushChannel>(channel));
        clock = host.Clock;

        await Unreliable.Put(host, Enumerable.Range(1, Each).SelectMany(number => Enumerable.Range(1, Chats).Select(chat => ($"chat{chat}", $"{number}"))));
        await host.AdvanceUntil(channel.HasArrived(Chats * Each), TimeSpan.FromSeconds(1));

        output.WriteLine($"{refused} refusals, {channel.Arrived.Count} messages arrived, {early} sent sooner than told.");
        Assert.Equal((Chats * Each * Refusals, Chats * Each, 0), (refused, channel.Arrived.Count, early));
        Assert.All(channel.Arrived.GroupBy(message => message.To), chat => Assert.Equal(Enumerable.Range(1, Each).Select(number => $"{number}"), chat.Select(message => message.Text)));
    }

    [Fact]
    public async Task Poison_delays_nobody_and_ends_as_a_dead_letter_that_managers_see()
    {
        var channel = new Unreliable((_, text) => text switch
        {
            "malformed" => new Delivery.Rejected("Bad Request: message is malformed"),
            "poison" => throw new InvalidOperationException("the row itself is at fault"),
            _ => new Delivery.Sent(null),
        });
        await using var host = await TestHost.Start(with: services => services.AddSingleton<IPushChannel>(channel));
        var watch = Stopwatch.StartNew();

        await Unreliable.Put(host, [("ana", "malformed"), ("ana", "poison"), .. Enumerable.Range(1, 50).SelectMany(number => new[] { ("ana", $"{number}"), ("tom", $"{number}") })]);
        await channel.HasArrived(100).WaitAsync(TimeSpan.FromSeconds(60));

        var delay = host.Clock.GetUtcNow() - TestHost.Start0;
        output.WriteLine($"100 other messages, 50 of them of the same recipient, were delayed by {delay.TotalSeconds} s; they took {watch.ElapsedMilliseconds} ms in all.");
        Assert.Equal(TimeSpan.Zero, delay);
        foreach (var person in new[] { "ana", "tom" })
            Assert.Equal(Enumerable.Range(1, 50).Select(number => $"{number}"), channel.Arrived.Where(message => message.To == person).Select(message => message.Text));
        await host.AdvanceUntil(Dead(host, 2), TimeSpan.FromSeconds(30));
        await host.AdvanceUntil(Told(host, "InvalidOperationException"), TimeSpan.FromMinutes(5));
        Assert.Contains("message is malformed", string.Join('\n', await AtDesk(host)));
    }

    private static async Task Dead(TestHost host, int count)
    {
        await using var db = host.Database();
        while (await db.Outbox.CountAsync(row => row.DeadAt != null) < count)
            await Task.Delay(20);
    }

    private static async Task Told(TestHost host, string text)
    {
        while (!(await AtDesk(host)).Any(said => said.Contains(text, StringComparison.Ordinal)))
            await Task.Delay(20);
    }

    /// <summary>What the owner, who is a manager, was told.</summary>
    private static async Task<IEnumerable<string>> AtDesk(TestHost host) => (await host.Transcript(WebChatIdentity.ForStaff(1).Conversation)).Select(entry => entry.Reply.Text);
}
