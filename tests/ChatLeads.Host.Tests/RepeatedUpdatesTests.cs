using System.Diagnostics;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

/// <summary>A channel that delivers its updates again and again, also to a program that has been started anew.</summary>
public class RepeatedUpdatesTests(ITestOutputHelper output)
{
    private const int Chats = 10, Each = 50, Most = 10;

    [Fact]
    public async Task Updates_delivered_up_to_ten_times_have_each_one_effect()
    {
        var watch = Stopwatch.StartNew();
        var before = await TestHost.Start();
        await Task.WhenAll(Enumerable.Range(0, Chats).Select(chat => before.Say(Key(chat), $"agree a{chat}@example.com Ana{chat}", "consent")));
        var deliveries = Chats + await Deliver(before, Each / 2);

        await using var host = await before.Restart(); // Half of what comes now was taken by the program before.
        deliveries += await Deliver(host, Each);

        await using var db = host.Database();
        var said = await db.Messages.CountAsync();
        output.WriteLine($"{Chats * Each} updates in {deliveries} deliveries, over a restart: {said} lines of transcripts, {watch.Elapsed.TotalSeconds:0} s.");
        Assert.Equal(2 * (Chats + Chats * Each), said);
        Assert.Equal(Chats, await db.Leads.CountAsync());
        Assert.Equal(Chats * (Each + 1), await db.ProcessedUpdates.CountAsync());
    }

    /// <returns>How many deliveries that were.</returns>
    private static async Task<int> Deliver(TestHost host, int updates)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, Chats).Select(async chat =>
        {
            var taken = new List<Task<TurnReceipt>>();
            for (var update = 0; update < updates; update++)
                for (var time = 0; time < 1 + (chat + update) % Most; time++)
                    taken.Add(host.Say(Key(chat), $"note {update}", $"u{update}"));
            await Task.WhenAll(taken);
            return taken.Count;
        }));
        return counts.Sum();
    }

    private static ConversationKey Key(int chat) => new("telegram", $"{chat}");
}
