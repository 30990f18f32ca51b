using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ChatLeads.Host.Tests.Takeover.TakeoverWorld;

namespace ChatLeads.Host.Tests.Takeover;

public class TakeoverTests
{
    private const string Lead = "agree ana@example.com Ana Ruiz";

    [Fact]
    public async Task A_rep_at_the_web_desk_talks_to_a_prospect_on_the_website_and_gives_them_back()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, Lead);

        var begun = await world.AtDesk(marta, "take over the chat with Ana");
        Assert.StartsWith("You're talking to Ana Ruiz now (the website)", begun, StringComparison.Ordinal);
        Assert.Contains($"Ana Ruiz: {Lead}", begun);
        await world.Hears(Ana, "You're now talking to Marta, from the team at Nimbo Gestión.");

        Assert.Empty(await world.AtDesk(marta, "Hello Ana, would Tuesday suit you?"));
        var heard = await world.Hears(Ana, "Marta: Hello Ana, would Tuesday suit you?");
        Assert.Equal((Speaker.Rep, "Marta"), (heard.Speaker, heard.SpeakerName));
        var silent = await world.Host.Say(Ana, "Tuesday is fine, how much is it?");
        Assert.Empty(silent.Replies);
        var relayed = await world.Hears(DeskOf(marta), "Ana Ruiz: Tuesday is fine, how much is it?");
        Assert.Equal("Ana Ruiz", relayed.SpeakerName);

        Assert.Equal("Done: Ana Ruiz is talking to me again.", await world.AtDesk(marta, "/release 1"));
        var back = await world.Hears(Ana, entry => entry.Reply.Text.StartsWith("Marta has left the chat", StringComparison.Ordinal));
        Assert.Contains("€", back.Reply.Text); // What was asked last and not answered.
        Assert.Equal("you said thanks", Assert.Single((await world.Host.Say(Ana, "thanks")).Replies).Reply.Text);

        await using var db = world.Host.Database();
        var lead = await db.Leads.SingleAsync();
        Assert.Equal(marta.Id, lead.OwnerId);
        Assert.NotNull(lead.FirstWordAt);
        Assert.Null((await db.Conversations.SingleAsync(row => row.StaffId == null)).TakenBy);
    }

    [Fact]
    public async Task Commands_go_to_the_desk_and_a_plain_release_is_heard_in_words()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta", language: "es");
        await world.Host.Say(Ana, Lead);
        await world.AtDesk(marta, "tomo la conversación de Ana");

        await world.AtDesk(marta, "/ficha 1");
        await world.AtDesk(marta, "te llamo mañana y te asigno a un técnico");
        await world.Hears(Ana, "Marta: te llamo mañana y te asigno a un técnico");
        Assert.Equal("Hecho: Ana Ruiz vuelve a hablar conmigo.", await world.AtDesk(marta, "devuélvesela al bot"));

        await world.Hears(Ana, entry => entry.Reply.Text.StartsWith("Marta has left", StringComparison.Ordinal));
        Assert.DoesNotContain(await world.Host.Transcript(Ana), entry => entry.Reply.Text.Contains("ficha") || entry.Reply.Text.Contains("devuélvesela"));
        Assert.Equal("Ahora no tienes ninguna conversación tomada.", await world.AtDesk(marta, "/soltar 1"));
    }

    [Fact]
    public async Task The_second_rep_is_told_who_has_it_and_a_manager_takes_it()
    {
        await using var world = await Start();
        var (marta, luis, boss) = (await world.Join("Marta"), await world.Join("Luis"), await world.Join("Berta", Role.Manager));
        await world.Host.Say(Ana, Lead);
        await world.AtDesk(marta, "/takeover 1");

        Assert.Equal("Marta is talking to Ana Ruiz.", await world.AtDesk(luis, "/takeover 1"));
        Assert.Equal("You're talking to Ana Ruiz already.", await world.AtDesk(marta, "/takeover 1"));
        Assert.StartsWith("You're talking to Ana Ruiz now", await world.AtDesk(boss, "/takeover 1"), StringComparison.Ordinal);

        await world.Hears(DeskOf(marta), "Berta has taken over the conversation with Ana Ruiz: what you write here no longer reaches them.");
        await world.Hears(Ana, "You're now talking to Berta, from the team at Nimbo Gestión.");
        await world.Host.Say(Ana, "who is there?");
        await world.Hears(DeskOf(boss), "Ana Ruiz: who is there?");
        Assert.DoesNotContain(await world.Host.Transcript(DeskOf(marta)), entry => entry.Reply.Text.Contains("who is there"));
        Assert.Contains("Marta has Ana Ruiz", await AfterRelease(world, boss, luis));
    }

    [Fact]
    public async Task Of_many_who_take_over_at_once_one_gets_it()
    {
        await using var world = await Start();
        await world.Host.Say(Ana, Lead);
        var reps = new List<Staff>();
        for (var number = 0; number < 10; number++)
            reps.Add(await world.Join($"Rep {number}"));

        var answers = await Task.WhenAll(reps.Select(rep => world.AtDesk(rep, "/takeover 1")));

        Assert.Single(answers, answer => answer.StartsWith("You're talking to Ana Ruiz now", StringComparison.Ordinal));
        Assert.Equal(9, answers.Count(answer => answer.Contains("is talking to Ana Ruiz.")));
    }

    [Fact]
    public async Task Taking_another_gives_the_first_back()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        var tom = new ConversationKey("webchat", "tom");
        await world.Host.Say(Ana, Lead);
        await world.Host.Say(tom, "agree tom@example.com Tom Reed");
        await world.AtDesk(marta, "/takeover 1");

        Assert.Contains("I'm back with Ana Ruiz.", await world.AtDesk(marta, "/takeover 2"));

        await world.AtDesk(marta, "hi Tom");
        await world.Hears(tom, "Marta: hi Tom");
        await world.Hears(Ana, entry => entry.Reply.Text.StartsWith("Marta has left", StringComparison.Ordinal));
        Assert.DoesNotContain(await world.Host.Transcript(Ana), entry => entry.Reply.Text == "hi Tom");
    }

    [Fact]
    public async Task After_half_an_hour_without_a_word_of_the_rep_the_bot_is_back()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, Lead);
        await world.AtDesk(marta, "/takeover 1");
        await world.Hears(Ana, entry => entry.Reply.Text.Contains("talking to Marta"));
        world.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.AtDesk(marta, "one moment");
        await world.Hears(Ana, "Marta: one moment");

        world.Host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Empty((await world.Host.Say(Ana, "are you there?")).Replies);
        await world.Hears(DeskOf(marta), "Ana Ruiz: are you there?");
        var back = world.Hears(Ana, entry => entry.Reply.Text.StartsWith("Marta has left", StringComparison.Ordinal));
        await world.Host.AdvanceUntil(back, TimeSpan.FromSeconds(30));

        await world.Hears(DeskOf(marta), "You haven't written for 30 minutes: Ana Ruiz is talking to me again.");
        Assert.NotEmpty(await world.AtDesk(marta, "hello?"));
        Assert.Single((await world.Host.Say(Ana, "hello bot")).Replies);
    }

    [Fact]
    public async Task It_lasts_over_a_restart()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, Lead);
        await world.AtDesk(marta, "/takeover 1");
        await world.Host.Say(Ana, "before");

        await world.Restart();

        await world.Hears(DeskOf(marta), entry => entry.Reply.SignedText.Contains("before"));
        await world.AtDesk(marta, "still here");
        await world.Hears(Ana, "Marta: still here");
        Assert.Empty((await world.Host.Say(Ana, "good")).Replies);
        await world.Hears(DeskOf(marta), "Ana Ruiz: good");
        await world.Restart();
        await world.Host.AdvanceUntil(world.Hears(Ana, entry => entry.Reply.Text.StartsWith("Marta has left", StringComparison.Ordinal)), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_rep_on_a_channel_that_is_down_gets_all_of_it_in_order_afterwards()
    {
        await using var world = await Start();
        await world.JoinByPigeon("Marta");
        await world.Host.Say(Ana, Lead);
        await world.FromPigeon("Marta", "/takeover 1");
        await world.FromPigeon("Marta", "Hello!");
        await world.Hears(Ana, "Marta: Hello!");
        await Until(() => world.Pigeon.To("Marta").Any(text => text.StartsWith("You're talking to Ana", StringComparison.Ordinal)));

        world.Pigeon.Down = true;
        for (var number = 1; number <= 5; number++)
            await world.Host.Say(Ana, $"word {number}");
        await world.Hears(DeskOf(await Marta(world)), "Ana Ruiz: word 5");
        world.Pigeon.Down = false;
        for (var tries = 0; tries < 600 && world.Pigeon.To("Marta").Count(text => text.StartsWith("Ana Ruiz: word", StringComparison.Ordinal)) < 5; tries++)
        {
            world.Host.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(50);
        }

        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"Ana Ruiz: word {number}"), world.Pigeon.To("Marta").Where(text => text.StartsWith("Ana Ruiz: word", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_prospect_on_a_push_channel_sees_the_name_and_the_words_in_order()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        var ana = Pigeon.Of("ana");
        await world.Host.Say(ana, Lead);
        await world.AtDesk(marta, "/takeover 1");
        for (var number = 1; number <= 5; number++)
            await world.AtDesk(marta, $"word {number}");

        await Until(() => world.Pigeon.To("ana").Contains("Marta: word 5"));
        Assert.Equal(
            ["kept", "You're now talking to Marta, from the team at Nimbo Gestión.", .. Enumerable.Range(1, 5).Select(number => $"Marta: word {number}")],
            world.Pigeon.To("ana"));
    }

    [Fact]
    public async Task In_a_group_nothing_is_taken_over_and_what_is_said_there_reaches_no_prospect()
    {
        await using var world = await Start();
        await world.JoinByPigeon("Marta");
        await world.Host.Say(Ana, Lead);

        await world.FromPigeon("Marta", "/takeover 1", chat: "sales", group: true);
        await Until(() => world.Pigeon.To("sales").Any(text => text.StartsWith("Not in a group", StringComparison.Ordinal)));
        await world.FromPigeon("Marta", "/takeover 1");
        await world.FromPigeon("Marta", "what a difficult one", chat: "sales", group: true);
        await world.FromPigeon("Marta", "hello Ana");

        await world.Hears(Ana, "Marta: hello Ana");
        Assert.DoesNotContain(await world.Host.Transcript(Ana), entry => entry.Reply.Text.Contains("difficult"));
    }

    [Fact]
    public async Task Whoever_leaves_the_team_gives_the_conversation_back()
    {
        await using var world = await Start();
        var marta = await world.Join("Marta");
        await world.Host.Say(Ana, Lead);
        await world.AtDesk(marta, "/takeover 1");
        await world.Hears(Ana, entry => entry.Reply.Text.Contains("talking to Marta"));

        await world.Host.App.Services.GetRequiredService<DbWriter>().Write(db =>
            Membership.Remove(db, db.Staff.Single(row => row.Id == marta.Id), world.Host.Clock.GetUtcNow()));

        await world.Host.AdvanceUntil(world.Hears(Ana, entry => entry.Reply.Text.StartsWith("Marta has left", StringComparison.Ordinal)), TimeSpan.FromSeconds(20));
    }

    private static async Task<string> AfterRelease(TakeoverWorld world, Staff boss, Staff luis)
    {
        await world.AtDesk(boss, "/release 1");
        return await world.AtDesk(luis, "/takeover 1");
    }

    private static async Task<Staff> Marta(TakeoverWorld world)
    {
        await using var db = world.Host.Database();
        return (await db.Staff.SingleAsync(row => row.Name == "Marta")).ToStaff();
    }
}
