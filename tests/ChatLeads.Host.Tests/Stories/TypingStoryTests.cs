namespace ChatLeads.Host.Tests.Stories;

/// <summary>While a rep has the conversation, each side sees that the other writes, over the channels' own protocols.</summary>
public class TypingStoryTests
{
    private static readonly Lines Words = Lines.In("en");

    [Fact]
    public async Task A_rep_who_writes_in_Teams_is_seen_to_write_in_Telegram()
    {
        await using var world = await StoryWorld.Start();
        var marta = (TeamsWindow)(await world.Rep("teams", "en")).Marta;
        var ana = (TelegramWindow)await world.Prospect("telegram", "en");
        await HandOver(ana, marta);
        var before = ana.SeesTyping;

        await marta.Types();

        await Eventually(() => ana.SeesTyping > before);
    }

    [Fact]
    public async Task A_rep_who_writes_at_the_desk_is_seen_to_write_in_Telegram()
    {
        await using var world = await StoryWorld.Start();
        var marta = await world.RepAtDesk("en");
        var ana = (TelegramWindow)await world.Prospect("telegram", "en");
        await HandOver(ana, marta);
        var before = ana.SeesTyping;

        await marta.Types();

        await Eventually(() => ana.SeesTyping > before);
    }

    [Fact]
    public async Task A_rep_in_Teams_and_a_prospect_on_the_website_see_each_other_write()
    {
        await using var world = await StoryWorld.Start();
        var marta = (TeamsWindow)(await world.Rep("teams", "en")).Marta;
        var ana = (WebsiteWindow)await world.Prospect("website", "en");
        await HandOver(ana, marta);
        var (shown, before) = (world.TypingAt(ana), marta.SeesTyping);

        await marta.Types();
        await Eventually(() => shown.Contains("Marta"));
        await ana.Types();
        await Eventually(() => marta.SeesTyping > before);
    }

    private static async Task HandOver(Window ana, Window marta)
    {
        await WholeStoryTests.Qualify(ana, Words);
        await marta.Writes("/takeover 1");
        await marta.Sees(Words.Taken);
        await ana.Sees(Words.PersonHere);
    }

    private static Task Eventually(Func<bool> happened) => AlertTeam.Eventually(() => Task.FromResult(happened()));
}
