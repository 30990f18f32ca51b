using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using Microsoft.EntityFrameworkCore;
using static ChatLeads.Host.Tests.Takeover.TakeoverWorld;

namespace ChatLeads.Host.Tests.Takeover;

/// <summary>Nothing that a prospect says is lost while their conversation changes hands, and the law holds whoever has it.</summary>
public class ChangingHandsTests
{
    [Fact]
    public async Task What_is_said_at_the_very_moment_is_answered_by_the_bot_or_reaches_the_rep()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, "agree ana@example.com Ana Ruiz");
        var said = Enumerable.Range(1, 60).Select(number => $"line-{number:D2}-").ToList();

        var talk = Task.Run(async () =>
        {
            foreach (var text in said)
                await world.Host.Say(Ana, text);
        });
        var shown = "";
        for (var round = 0; round < 4; round++)
        {
            shown += await world.AtDesk(marta, "/takeover 1");
            await world.AtDesk(marta, $"round {round}");
            await world.AtDesk(marta, "/release 1");
        }
        await talk;
        var last = await world.Hears(Ana, "Marta: round 3");
        await world.Hears(Ana, entry => entry.Sequence > last.Sequence && entry.Reply.Text.StartsWith("Marta has left", StringComparison.Ordinal));

        var transcript = await world.Host.Transcript(Ana);
        Assert.Equal(said, transcript.Where(entry => entry.Speaker == Speaker.Prospect && entry.Reply.Text.StartsWith("line-", StringComparison.Ordinal)).Select(entry => entry.Reply.Text));
        foreach (var text in said)
            if (!transcript.Any(entry => entry.Speaker == Speaker.Bot && entry.Reply.Text == $"you said {text}") && !shown.Contains(text))
                await world.Hears(DeskOf(marta), $"Ana Ruiz: {text}");
        Assert.Equal(4, transcript.Count(entry => entry.Speaker == Speaker.Rep));
    }

    [Fact]
    public async Task Facts_that_the_rep_is_told_are_kept()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, "agree ana@example.com Ana Ruiz");
        await world.AtDesk(marta, "/takeover 1");
        await world.Hears(Ana, entry => entry.Reply.Text.Contains("talking to Marta"));

        await world.Host.Say(Ana, "there are 25 of us, my phone is +34 612 340 981");

        await using var db = world.Host.Database();
        Assert.Equal("+34612340981", (await db.Leads.SingleAsync()).Phone);
        Assert.True(await db.Facts.AnyAsync(row => row.Field == Field.CompanySize.Id && row.QuoteText.Contains("25")));
    }

    [Fact]
    public async Task An_erasure_is_done_at_once_and_leaves_no_trace_at_the_reps_desk_either()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, "agree quetzal@example.com Quetzalia Ruiz");
        await world.AtDesk(marta, "/takeover 1");
        await world.AtDesk(marta, "Zanzibarian offer for you");
        await world.Hears(Ana, "Marta: Zanzibarian offer for you");
        await world.Host.Say(Ana, "I live in Xanaduville");
        await world.Hears(DeskOf(marta), "Quetzalia Ruiz: I live in Xanaduville");

        var erased = await world.Host.Say(Ana, "delete all my data");

        Assert.Contains("deleted", Assert.Single(erased.Replies).Reply.Text);
        await world.Hears(DeskOf(marta), entry => entry.Reply.Text.Contains("asked for everything about them to be deleted"));
        Assert.DoesNotContain(await world.Host.Transcript(DeskOf(marta)), entry => entry.Reply.SignedText is var text && (text.Contains("Quetzal") || text.Contains("Zanzibar") || text.Contains("Xanadu")));
        foreach (var trace in new[] { "uetzal", "Zanzibar", "Xanadu" })
            Assert.DoesNotContain(trace, world.Host.Disk());
        Assert.NotEmpty(await world.AtDesk(marta, "hello?"));
    }

    [Fact]
    public async Task Of_a_conversation_that_only_joined_a_lead_all_is_erased_at_the_reps_desk_and_the_lead_stays()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        var other = new ConversationKey("webchat", "other");
        await world.Host.Say(Ana, "agree ana@example.com Ana Ruiz");
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1)); // The conversation that is taken over is the newer one.
        await world.Host.Say(other, "agree ana@example.com Somebody");
        await world.AtDesk(marta, "/takeover 1");
        await world.AtDesk(marta, "Zanzibarian offer for you");
        await world.Hears(other, "Marta: Zanzibarian offer for you");
        await world.Host.Say(other, "I live in Xanaduville");
        await world.Hears(DeskOf(marta), "Ana Ruiz: I live in Xanaduville");

        await world.Host.Say(other, "delete all my data");

        await world.Hears(DeskOf(marta), entry => entry.Reply.Text.Contains("Check over that contact"));
        foreach (var entry in await world.Host.Transcript(DeskOf(marta)))
            Assert.DoesNotContain("Xanadu", entry.Reply.SignedText);
        foreach (var trace in new[] { "Zanzibar", "Xanadu" })
            Assert.DoesNotContain(trace, world.Host.Disk());
        await using var db = world.Host.Database();
        Assert.Equal("Ana Ruiz", (await db.Leads.SingleAsync()).Name);
    }

    [Fact]
    public async Task Who_wants_no_more_messages_is_written_to_no_more()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, "agree ana@example.com Ana Ruiz");
        await world.AtDesk(marta, "/takeover 1");
        await world.Hears(Ana, entry => entry.Reply.Text.Contains("talking to Marta"));

        await world.Host.Say(Ana, "stop writing to me");

        await world.Hears(DeskOf(marta), "Ana Ruiz asked us not to write any more: the conversation is mine again.");
        await world.AtDesk(marta, "but I have an offer");
        Assert.Equal("Ana Ruiz asked us not to write any more.", await world.AtDesk(marta, "/takeover 1"));
        Assert.DoesNotContain(await world.Host.Transcript(Ana), entry => entry.Speaker == Speaker.Rep);
    }

    [Fact]
    public async Task A_conversation_without_consent_cannot_be_taken_over()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, "just looking");

        Assert.Contains("can't find", await world.AtDesk(marta, "/takeover 1"));
        await using var db = world.Host.Database();
        Assert.False(await db.Conversations.AnyAsync(row => row.Channel == "webchat"));
    }
}
