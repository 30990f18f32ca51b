using ChatLeads.Core.Desk;
using Microsoft.EntityFrameworkCore;
using static ChatLeads.Host.Tests.Takeover.TakeoverWorld;

namespace ChatLeads.Host.Tests.Takeover;

/// <summary>A prospect who blocks the bot; over Telegram itself in <see cref="TelegramStoryTests"/>.</summary>
public class UnreachableTests
{
    private const string Told = "Ana Ruiz has blocked the bot or is no longer there (pigeon): nothing more reaches them that way. If they write again, the chat goes on.";

    [Fact]
    public async Task The_owner_is_told_where_they_are_and_nobody_can_take_it_over_until_they_write_again()
    {
        await using var world = await Start();
        var (marta, boss) = (await world.JoinByPigeon("Marta"), await world.Join("Berta", Role.Manager));
        var ana = Pigeon.Of("ana");
        await world.Host.Say(ana, "agree ana@example.com Ana Ruiz");
        await world.AtDesk(marta, "/claim 1");
        await world.AtDesk(boss, "/takeover 1");
        await world.Hears(ana, entry => entry.Reply.Text.Contains("talking to Berta"));
        await world.AtDesk(boss, "/release 1");
        await world.Hears(ana, entry => entry.Reply.Text.StartsWith("Berta has left", StringComparison.Ordinal));

        world.Pigeon.Gone["ana"] = true;
        await world.Host.Say(ana, "one last question"); // Its answer does not arrive.

        await world.Hears(DeskOf(marta), Told);
        await Until(() => world.Pigeon.To("Marta").Contains(Told));
        Assert.Equal(Told, await world.AtDesk(marta, "/takeover 1"));
        Assert.DoesNotContain(await world.Host.Transcript(DeskOf(boss)), entry => entry.Reply.Text == Told);

        world.Pigeon.Gone.Clear();
        await world.Host.Say(ana, "I am back");
        await Until(() => world.Pigeon.To("ana").Contains("you said I am back"));
        Assert.StartsWith("You're talking to Ana Ruiz now", await world.AtDesk(marta, "/takeover 1"), StringComparison.Ordinal);
        await using var db = world.Host.Database();
        Assert.Null((await db.Conversations.SingleAsync(row => row.ExternalId == "ana")).GoneAt);
    }
}
