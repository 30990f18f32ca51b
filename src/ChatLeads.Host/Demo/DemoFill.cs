using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Conversations.Simulation;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Simulation;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Demo;

/// <summary>Fills an empty database: invented people talk to the real bot, spread over the last three months.</summary>
internal static class DemoFill
{
    private const int Usual = 480;
    private const int Recent = 14;
    private const int Reports = 8;
    private const int Days = 90;
    private const int Seed = 5080;

    /// <exception cref="StartupException">The database already holds somebody.</exception>
    public static async Task Run(ChatLeadsOptions options, Dialogs dialogs, DateTimeOffset now, int count = Usual)
    {
        var random = new Random(Seed);
        var people = DemoPeople.Read(options, random);
        var clock = new SimulatedClock(now.AddDays(-Days));
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddChatLeads(options, dialogs);
        builder.Services.AddSingleton(options.Place().Pool(durable: false)); // The disk is not waited for: all of it can be invented again.
        using var host = builder.Build(); // Not started: nothing is sent while the past is made up.
        await host.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartAsync(CancellationToken.None);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContextAsync();
        if (await db.Leads.AnyAsync() || await db.DailyCounts.AnyAsync())
            throw new StartupException([$"--demo fills an empty database, and {options.Place().Name} holds leads. Leave --demo out, or let ChatLeads:DataDirectory point elsewhere."]);
        Console.WriteLine($"Inventing {count} conversations with the bot…");
        foreach (var (start, number) in Starts(count, now, random).Select((start, index) => (start, index + 1)))
        {
            await Play(host.Services, people.Next(number), clock, start);
            if (number * Reports / count > (number - 1) * Reports / count)
                Console.WriteLine($"  {number} of {count}");
        }
        var sales = new DemoSales(db, people, dialogs.Playbook.Firm, random, now);
        sales.WorkLeads();
        sales.EnterCosts();
        await Settle(db, now);
    }

    /// <summary>In order, more by day than by night, and a few within the last hours.</summary>
    private static IEnumerable<DateTimeOffset> Starts(int count, DateTimeOffset now, Random random)
    {
        var past = Enumerable.Range(0, count - Recent).Select(_ =>
            now.Date.AddDays(-random.Next(1, Days)).AddHours(7 + (random.NextDouble() + random.NextDouble()) * 6.5));
        var recent = Enumerable.Range(0, Recent).Select(index => now.UtcDateTime.AddMinutes(-20 - 110 * index));
        return past.Concat(recent).Order().Select(time => new DateTimeOffset(time, TimeSpan.Zero));
    }

    private static async Task Play(IServiceProvider services, (Persona Persona, Visit Visit) person, SimulatedClock clock, DateTimeOffset start)
    {
        if (start > clock.GetUtcNow())
            clock.Advance(start - clock.GetUtcNow());
        var (turns, conversations) = (services.GetRequiredService<ITurns>(), services.GetRequiredService<LiveConversations>());
        var key = new ConversationKey("webchat", person.Persona.Id);
        var actor = new Actor(person.Persona);
        Field? asking = null;
        while (actor.Next(asking) is { } text)
        {
            await turns.Take(
                new Inbound(key, $"message-{actor.Turns}", "visitor", new TextSent(text), Locale: person.Persona.Language, Visit: person.Visit),
                CancellationToken.None);
            asking = (await conversations.GetOrBegin(key, CancellationToken.None)).State.Asking;
            clock.Advance(TimeSpan.FromSeconds(10 + text.Length));
        }
        await turns.Take(new Inbound(key, "silence", "visitor", new FellSilent()), CancellationToken.None);
    }

    /// <summary>What would have been sent long ago is not sent now; whoever tries the demo is told of the hot leads that are still nobody's.</summary>
    private static async Task Settle(ChatLeadsDb db, DateTimeOffset now)
    {
        await db.Outbox.Where(row => row.Kind == ConversationStore.IdleCheck || row.Kind == Alerts.OfferKind)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, row => row.DueAt));
        var owner = await db.Staff.OrderBy(row => row.Id).FirstAsync();
        foreach (var lead in await db.Leads.Where(lead => lead.OwnerId == null && lead.HotAt > now.AddDays(-1)).Select(lead => lead.Number).ToListAsync())
            Alerts.Tell(db, owner, AlertReason.Hot, lead, $"demo-{lead}", now);
        await db.SaveChangesAsync();
    }
}
