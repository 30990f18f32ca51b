using ChatLeads.Channels.Teams;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Channels.Tests.Teams;

public sealed class TeamsPaceTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void No_second_holds_more_than_seven_for_one_conversation_wherever_it_begins()
    {
        var pace = new TeamsPace(clock);
        var sent = new List<DateTimeOffset>();
        while (sent.Count < 50)
        {
            var wait = pace.TryTake("a");
            if (wait > TimeSpan.Zero)
                clock.Advance(wait);
            else
            {
                sent.Add(clock.GetUtcNow());
                clock.Advance(TimeSpan.FromMilliseconds(30));
            }
        }
        Assert.All(sent, from => Assert.InRange(sent.Count(at => at >= from && at < from.AddSeconds(1)), 1, 7));
        Assert.True(sent[^1] - sent[0] < TimeSpan.FromSeconds(8.5));
    }

    [Fact]
    public void One_conversation_does_not_hold_up_another()
    {
        var pace = new TeamsPace(clock);
        pace.Hold("a", TimeSpan.FromMinutes(1));
        Assert.True(pace.TryTake("a") > TimeSpan.FromSeconds(59));
        Assert.Equal(TimeSpan.Zero, pace.TryTake("b"));
    }
}
