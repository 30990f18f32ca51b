using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

public class KeptConversationTests
{
    private static readonly ConversationKey Ana = new("webchat", "ana");
    private static readonly ConversationKey Later = new("webchat", "later");

    [Fact]
    public async Task With_consent_the_earlier_part_of_the_talk_is_stored_with_it()
    {
        await using var host = await TestHost.Start();
        await host.Say(Ana, "hello");
        await host.Say(Ana, "agree ana@example.com Ana Ruiz");

        await using var db = host.Database();
        Assert.Equal(4, await db.Messages.CountAsync());
        var lead = await db.Leads.Include(lead => lead.Facts).SingleAsync();
        Assert.Equal(("Ana Ruiz", "ana@example.com", Stage.Mql), (lead.Name, lead.Email, lead.Stage));
        Assert.All(lead.Facts, fact => Assert.Equal("0000003", fact.QuoteMessageId));
        var consent = await db.Consents.SingleAsync();
        Assert.Equal((lead.Number, "0000003"), (consent.LeadNumber, consent.MessageId));
        Assert.Equal([Stage.Lead, Stage.Mql], await db.StageChanges.OrderBy(change => change.Id).Select(change => change.To).ToListAsync());
    }

    [Fact]
    public async Task A_kept_conversation_goes_on_after_a_restart_and_knows_what_it_took()
    {
        var host = await TestHost.Start();
        await host.Say(Ana, "hello", "m1");
        await host.Say(Ana, "agree ana@example.com Ana", "m2");
        var before = await host.Transcript(Ana);

        await using var restarted = await host.Restart();
        var again = await restarted.Say(Ana, "agree ana@example.com Ana", "m2");
        await restarted.Say(Ana, "fact company Dental Ruiz", "m3");

        Assert.True(again.Duplicate);
        var after = await restarted.Transcript(Ana);
        Assert.Equal(before.Select(entry => (entry.Id, entry.Reply.Text)), after.Take(before.Count).Select(entry => (entry.Id, entry.Reply.Text)));
        Assert.Equal(before[^1].Sequence + 1, after[before.Count].Sequence);
        await using var db = restarted.Database();
        Assert.Equal("Dental Ruiz", (await db.Leads.SingleAsync()).Company);
    }

    [Fact]
    public async Task A_known_contact_point_joins_the_lead_reveals_nothing_and_makes_nobody_of_somebody()
    {
        await using var host = await TestHost.Start();
        await host.Say(Ana, "agree ana@example.com Ana");
        await host.Say(Ana, "fact company Dental Ruiz");
        host.Clock.Advance(TimeSpan.FromDays(3));

        await host.Say(Later, "agree ANA@example.com Mallory");
        await host.Say(Later, "fact company Mallory Ltd");
        await host.Say(Later, "fact location Zaragoza");

        await using var db = host.Database();
        var lead = await db.Leads.SingleAsync();
        Assert.Equal(("Ana", "Dental Ruiz", "Zaragoza"), (lead.Name, lead.Company, lead.Location));
        Assert.Equal(2, await db.Conversations.CountAsync(row => row.LeadNumber == lead.Number));
        Assert.Equal(2, await db.Consents.CountAsync(row => row.LeadNumber == lead.Number));
        Assert.DoesNotContain(await host.Transcript(Later), entry => entry.Reply.Text.Contains("Dental"));
    }

    [Fact]
    public async Task Of_two_who_come_at_once_with_one_address_one_lead_is_made()
    {
        await using var host = await TestHost.Start();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            host.Say(new ConversationKey("webchat", $"v{number}"), $"agree p{number % 4}@example.com Pat")));

        await using var db = host.Database();
        Assert.Equal(4, await db.Leads.CountAsync());
        Assert.Equal(40, await db.Conversations.CountAsync(row => row.LeadNumber != null));
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_nothing_and_the_next_one_works()
    {
        await using var host = await TestHost.Start();
        await host.Say(Ana, "agree ana@example.com Ana");

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Say(Ana, "boom"));
        await host.Say(Ana, "still there?");

        Assert.Equal("you said still there?", (await host.Transcript(Ana))[^1].Reply.Text);
        Assert.DoesNotContain(await host.Transcript(Ana), entry => entry.Reply.Text == "boom");
    }

    [Fact]
    public async Task Silence_is_a_turn_once()
    {
        await using var host = await TestHost.Start(settings: ["--ChatLeads:IdleMinutes", "10"]);
        await host.Say(Ana, "agree ana@example.com Ana");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await host.Say(Ana, "wait");
        var spoken = (await host.Transcript(Ana)).Count;

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(spoken, (await host.Transcript(Ana)).Count);
        var silent = host.Transcripts.WaitBeyond(Ana, spoken, CancellationToken.None);
        await host.AdvanceUntil(silent, TimeSpan.FromMinutes(1));

        Assert.Equal("you said FellSilent", (await host.Transcript(Ana))[^1].Reply.Text);
    }
}
