using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>Monday at ten in Madrid, where the office is; leads of the scripted dialog, reps on a channel that records.</summary>
public partial class AlertTests
{
    private static readonly ConversationKey Ana = new("webchat", "ana");
    private static readonly TimeSpan Accept = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_hot_lead_goes_to_one_rep_at_their_desk_and_on_their_channel()
    {
        await using var team = await Start("marta", "luis");

        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");

        var card = await team.Card("marta");
        Assert.Contains("Ana Ruiz", card.Title);
        Assert.Equal(["/claim 1", "/takeover 1", "/later 1", "/unfit 1", "/transcript 1"], card.Actions.Select(action => action.Value));
        await Eventually(async () => (await team.Desk("marta")).Any(entry => entry.Reply.Card is not null));
        Assert.Empty(team.Channel.Cards("luis"));
        await Eventually(async () => (await team.Lead()).AlertedAt is not null); // Noted once it was sent.
        var lead = await team.Lead();
        Assert.Equal((TestHost.Start0, TestHost.Start0), (lead.HotAt, lead.AlertedAt));
    }

    [Fact]
    public async Task The_next_lead_goes_to_the_next_rep()
    {
        await using var team = await Start("marta", "luis");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");

        await team.Host.Say(new ConversationKey("webchat", "tom"), "hot tom@example.com Tom");

        Assert.Contains("Tom", (await team.Card("luis")).Title);
    }

    [Fact]
    public async Task Unclaimed_it_goes_to_the_next_rep_then_to_the_manager_and_the_cards_say_so()
    {
        await using var team = await Start("marta", "luis", "zoe");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");

        await team.Passes(Accept);
        await team.Card("luis");
        await Eventually(() => Task.FromResult(team.Channel.Cards("marta")[0].Subtitle == "Now with luis"));
        await Eventually(async () => (await team.Desk("marta"))[^1].Reply.Text == "Ana Ruiz goes to luis: nobody had taken it.");

        await team.Passes(Accept);
        await Eventually(async () => (await team.Desk(1)).Any(entry => entry.Reply.Card is not null));
        await Eventually(() => Task.FromResult(team.Channel.Cards("luis")[0].Subtitle == "Now with Owner"));

        await team.Passes(TimeSpan.FromHours(2));
        Assert.Empty(team.Channel.Cards("zoe"));
        Assert.Equal((1, 1, 0), (team.Channel.Cards("marta").Count, team.Channel.Cards("luis").Count, await team.Waiting()));
    }

    [Fact]
    public async Task A_claim_ends_it_and_every_card_says_whose_it_is()
    {
        await using var team = await Start("marta", "luis");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");
        await team.Passes(Accept);
        await team.Card("luis");

        await team.Writes("marta", "/claim 1");

        foreach (var rep in new[] { "marta", "luis" })
            await Eventually(() => Task.FromResult(team.Channel.Cards(rep)[0] is { Subtitle: var whose, Actions: var actions }
                && whose?.StartsWith("marta has it", StringComparison.Ordinal) == true && actions.All(action => action.Value != "/claim 1")));
        await Eventually(async () => (await team.Desk("luis"))[^1].Reply.Text == "marta has taken Ana Ruiz.");
        Assert.Equal(TestHost.Start0 + Accept, (await team.Lead()).ClaimedAt!.Value, TimeSpan.FromMinutes(1));
        await team.Passes(TimeSpan.FromHours(1));
        Assert.DoesNotContain(await team.Desk(1), entry => entry.Reply.Card is not null);
    }

    [Fact]
    public async Task A_claim_that_is_taken_back_looks_for_somebody_again()
    {
        await using var team = await Start("marta", "luis");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");
        await team.Writes("marta", "/claim 1");
        await team.Passes(Accept);

        await team.Writes("marta", "/undo");

        await team.Card("luis");
    }

    [Fact]
    public async Task Not_now_asks_when_passes_the_lead_on_and_reminds()
    {
        await using var team = await Start("marta", "luis");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");

        Assert.Equal(["/snooze 1 30 min", "/snooze 1 tomorrow"], (await team.Writes("marta", "/later 1")).Choices.Select(choice => choice.Value));
        await team.Writes("marta", "/snooze 1 30 min");

        await team.Card("luis");
        Assert.Single(team.Channel.Cards("marta"));
        await team.Passes(TimeSpan.FromMinutes(30));
        await Eventually(() => Task.FromResult(team.Channel.Cards("marta").Count == 2));
    }

    [Fact]
    public async Task Not_a_fit_asks_why_and_ends_it()
    {
        await using var team = await Start("marta", "luis");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");

        var reason = (await team.Writes("marta", "/unfit 1")).Choices[0];
        await team.Writes("marta", reason.Value);

        Assert.Equal(Core.Leads.Stage.Disqualified, (await team.Lead()).Stage);
        Assert.Equal("No budget", await team.Db(db => db.StageChanges.OrderByDescending(row => row.Id).Select(row => row.Cause).FirstAsync()));
        await team.Passes(TimeSpan.FromHours(1));
        Assert.Empty(team.Channel.Cards("luis"));
    }

    [Fact]
    public async Task Warm_leads_disturb_nobody_and_one_that_turns_hot_is_told_once()
    {
        await using var team = await Start("marta");
        await team.Host.Say(Ana, "agree ana@example.com Ana Ruiz");
        await team.Passes(TimeSpan.FromHours(1));
        Assert.Empty(team.Channel.In("marta"));

        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");
        await team.Host.Say(Ana, "fact location Zaragoza");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");

        await team.Passes(Alerts.Settling);
        Assert.Contains("Zaragoza", Assert.Single(team.Channel.Cards("marta")).Title);
    }

    [Fact]
    public async Task What_is_told_later_is_put_into_the_card_in_one_edit()
    {
        await using var team = await Start("marta");
        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("marta");
        await team.Host.Say(Ana, "fact need billing");
        await team.Passes(Alerts.Settling);
        Assert.Single(team.Channel.Edits); // The score had changed; from here on it does not.

        await team.Host.Say(Ana, "fact location Zaragoza");
        await team.Passes(TimeSpan.FromSeconds(1));
        await team.Host.Say(Ana, "fact company Clinica Albor");
        await team.Host.Say(Ana, "fact phone +34612340981");
        Assert.DoesNotContain("Zaragoza", team.Channel.Cards("marta")[0].Title);
        await team.Passes(Alerts.Settling);

        var card = Assert.Single(team.Channel.Cards("marta"));
        Assert.Contains("Zaragoza", card.Title);
        Assert.Contains(card.Rows, row => row.Value.Contains("+34 612 34 09 81"));
        Assert.Equal(2, team.Channel.Edits.Count);
        await team.Host.Say(Ana, "thanks");
        await team.Passes(Alerts.Settling);
        Assert.Equal(2, team.Channel.Edits.Count);
    }

    [Fact]
    public async Task A_linked_group_is_told_too_and_its_card_follows()
    {
        await using var team = await Start("marta");
        await team.Host.Turns.Take(
            new Inbound(new ConversationKey(Recorder.ChannelName, "sales"), "j", "marta", new TextSent($"/join {await Team.Invite(team.Host, "Sales", null)}"), Locale: "en", IsGroup: true),
            CancellationToken.None);

        await team.Host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await team.Card("sales");
        await team.Writes("marta", "/claim 1");

        await Eventually(() => Task.FromResult(team.Channel.Cards("sales")[0].Subtitle!.Contains("marta")));
    }

    private static Task<AlertTeam> Start(params string[] reps) => AlertTeam.Start(null, null, reps);

    private static Task Eventually(Func<Task<bool>> happened) => AlertTeam.Eventually(happened);
}
