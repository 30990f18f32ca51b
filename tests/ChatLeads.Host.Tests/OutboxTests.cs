using ChatLeads.Channels;
using ChatLeads.Host.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

public class OutboxTests
{
    [Fact]
    public async Task Rows_of_one_recipient_arrive_in_order_though_the_channel_fails_now_and_then()
    {
        var channel = new Unreliable(attempt => attempt % 3 == 0 ? new Delivery.Sent(null) : new Delivery.Retry("down"));
        await using var host = await TestHost.Start(with: services => services.AddSingleton<IPushChannel>(channel));

        await Unreliable.Put(host, Enumerable.Range(1, 30).Select(number => ("ana", $"{number}")));
        await host.AdvanceUntil(channel.HasArrived(30), TimeSpan.FromSeconds(10));

        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"{number}"), channel.Arrived.Select(arrived => arrived.Text));
    }

    [Fact]
    public async Task One_broken_recipient_holds_up_nobody()
    {
        var channel = new Unreliable((to, _) => to.Id == "broken" ? throw new InvalidOperationException("unplugged") : new Delivery.Sent(null));
        await using var host = await TestHost.Start(with: services => services.AddSingleton<IPushChannel>(channel));

        await Unreliable.Put(host, [("broken", "1"), ("broken", "2"), .. Enumerable.Range(1, 50).Select(number => ($"p{number}", "hi"))]);
        await channel.HasArrived(50).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.DoesNotContain(channel.Arrived, arrived => arrived.To == "broken");
    }

    [Fact]
    public async Task Retry_after_is_honoured()
    {
        var channel = new Unreliable(attempt => attempt == 1 ? new Delivery.Retry("too many", TimeSpan.FromSeconds(90)) : new Delivery.Sent(null));
        await using var host = await TestHost.Start(with: services => services.AddSingleton<IPushChannel>(channel));
        await Unreliable.Put(host, [("ana", "hello")]);
        await channel.HasTried(1).WaitAsync(TimeSpan.FromSeconds(10));
        await using var db = host.Database();
        await Until(() => db.Outbox.AnyAsync(row => row.Attempts == 1));

        var retry = (await db.Outbox.AsNoTracking().SingleAsync(row => row.Kind == PushChannels.Message)).RetryAt!.Value;

        Assert.True(retry - host.Clock.GetUtcNow() >= TimeSpan.FromSeconds(90));
        await host.AdvanceUntil(channel.HasArrived(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_can_never_be_sent_is_a_dead_letter_and_the_next_goes_out()
    {
        var channel = new Unreliable((_, text) => text == "poison" ? new Delivery.Rejected("malformed") : new Delivery.Sent(null));
        await using var host = await TestHost.Start(with: services => services.AddSingleton<IPushChannel>(channel));

        await Unreliable.Put(host, [("ana", "poison"), ("ana", "fine")]);
        await channel.HasArrived(1).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("fine", channel.Arrived.Single().Text);
        await using var db = host.Database();
        var dead = await db.Outbox.SingleAsync(row => row.DeadAt != null);
        Assert.Equal("malformed", dead.Error);
    }

    [Fact]
    public async Task What_was_due_when_the_program_stopped_goes_out_when_it_is_back()
    {
        var data = Directory.CreateTempSubdirectory("chatleads-").FullName;
        var down = await TestHost.Start(data, with: services => services.AddSingleton<IPushChannel>(new Unreliable(_ => new Delivery.Retry("down"))));
        await Unreliable.Put(down, [("ana", "hello")]);
        await down.Stop();

        var channel = new Unreliable(_ => new Delivery.Sent(null));
        await using var up = await TestHost.Start(data, TestHost.Start0.AddHours(1), services => services.AddSingleton<IPushChannel>(channel));
        await channel.HasArrived(1).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("hello", channel.Arrived.Single().Text);
    }

    private static async Task Until(Func<Task<bool>> happened)
    {
        while (!await happened())
            await Task.Yield();
    }
}
