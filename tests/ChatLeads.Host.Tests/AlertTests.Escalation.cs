using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>Whose turn it is when a rep does not answer, is off duty or cannot be reached.</summary>
public partial class AlertTests
{
    [Fact]
    public async Task Where_a_rep_is_gone_nothing_more_is_sent_and_the_next_is_asked_at_once()
    {
        await using var team = await Start("marta", "luis");
        team.Channel.Refuses["marta"] = new Delivery.Gone("blocked");

        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");

        await team.Card("luis");
        Assert.NotNull(await team.Db(db => db.StaffAccounts.Where(row => row.UserId == "marta").Select(row => row.GoneAt).SingleAsync()));
        Assert.Equal(TestHost.Start0, team.Host.Clock.GetUtcNow());
        team.Channel.Refuses.Clear();
        await team.Host.Say(new ConversationKey("webchat", "tom"), "hot tom@example.com Tom");
        await Eventually(async () => (await team.Desk("marta")).Any(entry => entry.Reply.Card?.Title.Contains("Tom") == true));
        Assert.Empty(team.Channel.In("marta"));
    }

    [Fact]
    public async Task At_the_end_of_a_reps_hours_it_goes_on_to_who_is_still_there()
    {
        await using var team = await AlertTeam.Start(null, TestHost.Start0.AddHours(8).AddMinutes(-2), "marta", "luis"); // 17:58 in Madrid.
        await team.Writes("luis", "I'm on duty");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");

        await team.Passes(TimeSpan.FromMinutes(1));
        Assert.Empty(team.Channel.Cards("luis"));
        await team.Passes(TimeSpan.FromMinutes(1));

        await team.Card("luis");
        await Eventually(() => Task.FromResult(team.Channel.Cards("marta")[0].Subtitle == "Now with luis"));
    }

    [Fact]
    public async Task When_nobody_of_the_team_can_be_reached_managers_are_told_at_their_desks_and_may_claim_it()
    {
        await using var team = await Start("marta", "luis", "zoe");
        foreach (var rep in new[] { "marta", "luis", "zoe" })
            team.Channel.Refuses[rep] = new Delivery.Gone("blocked");
        var tom = new ConversationKey("webchat", "tom");

        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await Eventually(async () => (await team.Desk(1)).Any(entry => entry.Reply.Card?.Title.Contains("Ana Ruiz") == true));
        await team.Host.Say(tom, "hot tom@example.com Tom Reed");
        await team.Passes(Accept);
        await team.Passes(Accept);

        var cards = (await team.Desk(1)).Where(entry => entry.Reply.Card is not null).Select(entry => entry.Reply).ToList();
        Assert.Equal(2, cards.Count);
        Assert.All(cards, card => Assert.Contains(card.Card!.Actions, action => action.Value.StartsWith("/claim", StringComparison.Ordinal)));
        await Eventually(async () => (await team.Desk(1)).Any(entry => entry.Reply.Text.Contains("marta (pigeon)"))); // Why it came to them.
        foreach (var (rep, card) in new[] { ("marta", "Ana Ruiz"), ("luis", "Ana Ruiz") })
            Assert.Contains(await team.Desk(rep), entry => entry.Reply.Card?.Title.Contains(card) == true); // Desks still take alerts.
        var boss = (await team.Db(db => db.Staff.SingleAsync(row => row.Id == 1))).ToStaff();
        await team.Host.Turns.Take(new Inbound(Channels.WebChat.WebChatIdentity.ForStaff(1).Conversation, "claim", "staff-1", new TextSent("/claim 1"), boss), CancellationToken.None);
        await team.Writes("zoe", "/claim 2"); // She is back.
        Assert.Equal([1, 4], await team.Db(db => db.Leads.OrderBy(row => row.Number).Select(row => row.OwnerId!.Value).ToListAsync()));
        Assert.Equal(0, await team.Waiting());
        Assert.False(await team.Db(db => db.Outbox.AnyAsync(row => row.Kind == Alerts.Kind && row.SentAt == null && row.DeadAt == null)));
    }

    [Fact]
    public async Task With_nobody_on_duty_the_manager_is_told_and_reps_when_they_come()
    {
        await using var team = await Start("marta");
        await team.Writes("marta", "I'm off today");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await Eventually(async () => (await team.Desk(1)).Any(entry => entry.Reply.Card is not null));
        Assert.Empty(team.Channel.Cards("marta"));

        await team.Passes(TimeSpan.FromHours(9)); // After office hours, with her day off not over yet.
        await team.Host.Say(new ConversationKey("webchat", "tom"), "hot tom@example.com Tom");
        await Eventually(async () => (await team.Desk(1)).Count(entry => entry.Reply.Card is not null) == 2);
        await team.Passes(TimeSpan.FromHours(6)); // Past midnight: her hours count again, but have not begun.
        await team.Host.Say(new ConversationKey("webchat", "eva"), "hot eva@example.com Eva");
        await Eventually(async () => (await team.Desk(1)).Count(entry => entry.Reply.Card is not null) == 3);
        Assert.Empty(team.Channel.Cards("marta"));

        await team.Passes(TimeSpan.FromHours(8));
        Assert.Contains("Eva", (await team.Card("marta")).Title);
    }

    [Fact]
    public async Task A_restart_forgets_no_escalation()
    {
        var data = Directory.CreateTempSubdirectory("chatleads-").FullName;
        var before = await AlertTeam.Start(data, TestHost.Start0, "marta", "luis");
        await before.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await before.Card("marta");
        await before.Passes(TimeSpan.Zero);
        await before.Host.Stop();

        await using var after = await AlertTeam.Start(data, TestHost.Start0 + Accept + TimeSpan.FromSeconds(1));

        await after.Card("luis");
        Assert.Empty(after.Channel.Cards("marta"));
    }
}
