using ChatLeads.Core.Funnels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ChatLeads.Channels;

namespace ChatLeads.Host.Tests;

public class PrivacyTests
{
    private static readonly ConversationKey Ana = new("webchat", "ana");

    [Fact]
    public async Task After_100_refusals_only_counts_remain_on_disk_and_in_the_log()
    {
        var log = new LogLines();
        await using var host = await TestHost.Start(with: services => services.AddLogging(logging =>
            logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        var visit = new Visit(Source: "google", Campaign: "carla.gomez@example.org");
        for (var number = 0; number < 100; number++)
        {
            var visitor = new ConversationKey("webchat", $"visitor-{number}");
            await host.Turns.Take(new Inbound(visitor, "m1", "x", new TextSent("hello"), Visit: visit), CancellationToken.None);
            await host.Say(visitor, $"I am Zebulon Quartz{number}, zq{number}@example.org, +34 6123409{number:D2}");
            await host.Say(visitor, "refuse Zebulon");
        }

        await using (var db = host.Database())
        {
            var counts = await db.DailyCounts.Where(row => row.Basis == Basis.Cohort).ToListAsync();
            Assert.All(counts, row => Assert.Equal((100, 100), (row.Contacts, row.Refusals)));
            Assert.Equal(["en", "google", "other", "webchat"], counts.Select(row => row.Part).Order());
            Assert.False(await db.Conversations.AnyAsync());
        }
        foreach (var place in new[] { host.Disk(), log.Text })
            foreach (var personal in new[] { "Zebulon", "zq7", "612340", "carla", "visitor-" })
                Assert.DoesNotContain(personal, place, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Erased_means_gone_from_every_file_and_the_proof_of_consent_stays()
    {
        await using var host = await TestHost.Start();
        await host.Say(Ana, "I need it for Zaragozano Dental");
        await host.Say(Ana, "hot quetzal@example.com Quetzalia Ruiz");
        await host.Say(Ana, "fact phone +34612340981");
        Assert.Contains("quetzal", host.Disk());

        await host.Say(Ana, "erase");

        await using var db = host.Database();
        Assert.False(await db.Leads.AnyAsync());
        Assert.False(await db.Messages.AnyAsync(message => message.ReplyJson.Contains("uetzal")));
        var proof = await db.Consents.SingleAsync();
        Assert.Null(proof.LeadNumber);
        Assert.Null(proof.Text);
        Assert.NotEmpty(proof.TextHash);
        Assert.NotNull(proof.SubjectHash);
        var disk = host.Disk();
        foreach (var personal in new[] { "quetzal", "Quetzalia", "Zaragozano", "612340981" })
            Assert.DoesNotContain(personal, disk, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("erased", Assert.Single(await host.Transcript(Ana), entry => entry.Speaker == Speaker.Bot).Reply.Text);
    }

    [Fact]
    public async Task Who_only_knows_an_address_erases_what_they_said_and_a_rep_makes_sure_of_the_rest()
    {
        await using var host = await TestHost.Start();
        await host.Say(Ana, "agree ana@example.com Ana");
        await host.Say(Ana, "fact need billing");
        var other = new ConversationKey("webchat", "other");
        await host.Say(other, "agree ana@example.com Somebody");
        await host.Say(other, "fact location Timbuktu");

        await host.Say(other, "erase");

        await using var db = host.Database();
        var lead = await db.Leads.Include(row => row.Facts).SingleAsync();
        Assert.Equal(("Ana", "ana@example.com", null), (lead.Name, lead.Email, lead.Location));
        Assert.Equal(["email", "name", "need"], lead.Facts.Select(fact => fact.Field).Order());
        Assert.Equal("ana", (await db.Conversations.SingleAsync(row => row.StaffId == null)).ExternalId);
        Assert.Contains("make sure", Assert.Single(await host.Transcript(other), entry => entry.Speaker == Speaker.Bot).Reply.Text);
        Assert.True(await db.Outbox.AnyAsync(row => row.LeadNumber == lead.Number && row.DedupeKey!.Contains("EraseWanted")));
        Assert.DoesNotContain("Timbuktu", host.Disk(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_is_erased_when_its_time_is_over_and_a_customer_is_not()
    {
        await using var host = await TestHost.Start(settings: ["--ChatLeads:RetentionDays", "30"]);
        var customer = new ConversationKey("webchat", "customer");
        await host.Say(Ana, "agree ana@example.com Ana");
        await host.Say(customer, "agree carl@example.com Carl");
        await using var db = host.Database();
        await db.Leads.Where(lead => lead.Name == "Carl").ExecuteUpdateAsync(set => set.SetProperty(lead => lead.Stage, Stage.Customer));

        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.AdvanceUntil(Until(async () => await db.Leads.CountAsync() == 1), TimeSpan.FromMinutes(30));

        Assert.Equal("Carl", (await db.Leads.SingleAsync()).Name);
        Assert.Equal(1, await db.Conversations.CountAsync(row => row.StaffId == null));
    }

    [Fact]
    public async Task A_conversation_that_became_no_lead_is_erased_when_its_time_is_over()
    {
        await using var host = await TestHost.Start(settings: ["--ChatLeads:RetentionDays", "30"]);
        await host.Say(Ana, "consent"); // Consented, but left no contact point.
        await using var db = host.Database();
        Assert.Equal((0, 1), (await db.Leads.CountAsync(), await db.Conversations.CountAsync()));

        await host.AdvanceUntil(Until(async () => !await db.Conversations.AnyAsync()), TimeSpan.FromHours(12));

        Assert.False(await db.Messages.AnyAsync());
    }

    private static async Task Until(Func<Task<bool>> happened)
    {
        while (!await happened())
            await Task.Yield();
    }

    /// <summary>All that is logged, at every level.</summary>
    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = [];

        public string Text => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);
    }
}
