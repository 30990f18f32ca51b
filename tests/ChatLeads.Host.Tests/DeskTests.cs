using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using ChatLeads.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

public class DeskTests
{
    private static readonly ConversationKey Ana = new("webchat", "ana");

    [Fact]
    public async Task A_hot_lead_is_announced_on_its_reps_desk_once()
    {
        await using var host = await TestHost.Start();
        var marta = await Join(host, "Marta");

        await host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await host.Say(Ana, "hot ana@example.com Ana Ruiz");

        await Arrival(host, marta, 1);
        var alert = Assert.Single(await Desk(host, marta));
        Assert.Contains("Ana Ruiz", alert.Reply.Card!.Title);
        Assert.Contains(alert.Reply.Card.Rows, row => row.Value.Contains("ana@example.com"));
        Assert.Contains(alert.Reply.Card.Actions, action => action.Value == "/claim 1");
    }

    [Fact]
    public async Task The_second_to_claim_is_told_who_was_first()
    {
        await using var host = await TestHost.Start();
        var (owner, marta) = (await Owner(host), await Join(host, "Marta"));
        await host.Say(Ana, "hot ana@example.com Ana Ruiz");

        var first = await Ask(host, marta, "/claim 1");
        var second = await Ask(host, owner, "/claim 1");

        Assert.Equal("Done: Ana Ruiz is yours.", first);
        Assert.StartsWith("Marta was first", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_gets_it()
    {
        await using var host = await TestHost.Start();
        await host.Say(Ana, "hot ana@example.com Ana Ruiz");
        var reps = new List<Staff>();
        for (var number = 0; number < 10; number++)
            reps.Add(await Join(host, $"Rep {number}"));

        var answers = await Task.WhenAll(reps.Select(rep => Ask(host, rep, "claim 1")));

        Assert.Single(answers, answer => answer == "Done: Ana Ruiz is yours.");
        Assert.Equal(9, answers.Count(answer => answer.Contains("was first")));
    }

    [Fact]
    public async Task Todays_hot_leads_and_a_sheet_are_shown_in_the_readers_language()
    {
        await using var host = await TestHost.Start();
        var marta = await Join(host, "Marta", "es");
        await host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await host.Say(new ConversationKey("webchat", "tom"), "agree tom@example.com Tom");

        var list = await Ask(host, marta, "calientes de hoy");
        var sheet = (await host.Transcript(Key(marta)))[^1].Reply;
        await Ask(host, marta, "ficha de Ana");
        sheet = (await host.Transcript(Key(marta)))[^1].Reply;

        Assert.StartsWith("1 lead:", list, StringComparison.Ordinal);
        Assert.Contains("Ana Ruiz", list);
        Assert.DoesNotContain("Tom", list);
        Assert.Contains(sheet.Card!.Rows, row => row.Label == "Correo");
    }

    [Fact]
    public async Task A_rep_does_not_see_another_reps_leads()
    {
        await using var host = await TestHost.Start();
        var (marta, rep) = (await Join(host, "Marta"), await Join(host, "Luis"));
        await host.Say(Ana, "hot ana@example.com Ana Ruiz");
        await Ask(host, marta, "/claim 1");

        Assert.DoesNotContain("Ana", await Ask(host, rep, "today's hot leads"));
        Assert.Contains("can't find", await Ask(host, rep, "/lead 1"));
        Assert.Contains("Ana", await Ask(host, await Owner(host), "today's hot leads"));
    }

    [Fact]
    public async Task An_erased_lead_is_gone_from_the_desk_too()
    {
        await using var host = await TestHost.Start();
        var marta = await Join(host, "Marta");
        await host.Say(Ana, "hot quetzal@example.com Quetzalia Ruiz");
        await Arrival(host, marta, 1);
        await Ask(host, marta, "ficha de Quetzalia");
        Assert.Contains("Quetzalia", host.Disk());

        await host.Say(Ana, "erase");

        Assert.DoesNotContain("uetzal", host.Disk());
        await Ask(host, marta, "help"); // What is forgotten in memory is forgotten in its turn.
        Assert.DoesNotContain(await Desk(host, marta), entry => entry.Reply.Card?.Title.Contains("uetzal") == true || entry.Reply.Text.Contains("uetzal"));
    }

    private static async Task<string> Ask(TestHost host, Staff person, string text)
    {
        var receipt = await host.Turns.Take(
            new Inbound(Key(person), Guid.NewGuid().ToString("N"), $"staff-{person.Id}", new TextSent(text), person), CancellationToken.None);
        return receipt.Replies.Single().Reply.Text;
    }

    private static async Task<IReadOnlyList<TranscriptEntry>> Desk(TestHost host, Staff person) => await host.Transcript(Key(person));

    private static async Task Arrival(TestHost host, Staff person, long count)
    {
        host.Transcripts.Begin(Key(person));
        while (await host.Transcripts.Since(Key(person), count - 1, CancellationToken.None) is not { Count: > 0 })
            await host.Transcripts.WaitBeyond(Key(person), count - 1, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static ConversationKey Key(Staff person) => WebChatIdentity.ForStaff(person.Id).Conversation;

    private static async Task<Staff> Owner(TestHost host) => (await host.App.Services.GetRequiredService<StaffDirectory>().Find(1, CancellationToken.None))!;

    private static async Task<Staff> Join(TestHost host, string name, string language = "en")
    {
        await using var db = host.Database();
        var row = new StaffRow { Name = name, Role = Role.Rep, Language = language, CreatedAt = host.Clock.GetUtcNow() };
        db.Staff.Add(row);
        await db.SaveChangesAsync();
        return row.ToStaff();
    }
}
