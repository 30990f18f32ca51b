using ChatLeads.Channels.Telegram;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class SendPaceTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void No_second_holds_two_messages_of_a_chat_or_31_of_all_and_no_minute_21_of_a_group() =>
        Gen.Int[1, 60].Array[200, 400].Sample(chats =>
        {
            var clock = new FakeTimeProvider();
            var pace = new SendPace(clock);
            var sent = new List<(long Chat, DateTimeOffset At)>();
            foreach (var chat in chats.Select(chat => chat <= 3 ? -chat : (long)chat))
            {
                for (var wait = pace.TryTake(chat); wait > TimeSpan.Zero; wait = pace.TryTake(chat))
                    clock.Advance(wait);
                sent.Add((chat, clock.GetUtcNow()));
            }
            Assert.True(Most(sent, TimeSpan.FromSeconds(1)) <= 30);
            foreach (var chat in sent.GroupBy(one => one.Chat))
            {
                Assert.True(Most([.. chat], TimeSpan.FromSeconds(1)) <= 1);
                Assert.True(chat.Key > 0 || Most([.. chat], TimeSpan.FromMinutes(1)) <= 20);
            }
        }, iter: 30);

    [Fact]
    public void Chats_do_not_wait_for_one_another()
    {
        var pace = new SendPace(time);
        Assert.Equal(TimeSpan.Zero, pace.TryTake(1));
        Assert.True(pace.TryTake(1) > TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pace.TryTake(2));
    }

    [Fact]
    public void The_21st_message_of_a_group_waits_for_the_minute()
    {
        var pace = new SendPace(time);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(TimeSpan.Zero, pace.TryTake(-5));
            time.Advance(TimeSpan.FromSeconds(1.1));
        }
        Assert.InRange(pace.TryTake(-5), TimeSpan.FromSeconds(37), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void What_the_server_told_to_wait_is_waited_to_the_end()
    {
        var pace = new SendPace(time);
        pace.Hold(1, TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.True(pace.TryTake(1) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, pace.TryTake(2));
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(TimeSpan.Zero, pace.TryTake(1));
    }

    /// <summary>The most messages that any window of that length holds.</summary>
    private static int Most(IReadOnlyList<(long, DateTimeOffset At)> sent, TimeSpan window) =>
        sent.Max(first => sent.Count(other => other.At >= first.At && other.At < first.At + window));
}
