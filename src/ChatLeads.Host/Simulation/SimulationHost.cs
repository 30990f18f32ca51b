using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Conversations.Simulation;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Simulation;

/// <summary>The program's own turn pipeline over a database that is thrown away afterwards.</summary>
internal sealed class SimulationHost : IAsyncDisposable
{
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(20);

    private readonly IHost host;
    private readonly Dialogs dialogs;
    private readonly SimulatedClock clock;
    private readonly DirectoryInfo folder;

    private SimulationHost(IHost host, Dialogs dialogs, SimulatedClock clock, DirectoryInfo folder) =>
        (this.host, this.dialogs, this.clock, this.folder) = (host, dialogs, clock, folder);

    /// <param name="today">The conversations take place on this day, in the morning of the playbook's office.</param>
    public static async Task<SimulationHost> Start(Dialogs dialogs, DateOnly today)
    {
        var office = dialogs.Playbook.Firm.Office;
        var morning = today.ToDateTime(office.Opens).AddHours(1);
        var clock = new SimulatedClock(new DateTimeOffset(morning, office.Zone.GetUtcOffset(morning)).ToUniversalTime());
        var folder = Directory.CreateTempSubdirectory("chatleads-simulate-");
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddChatLeads(new ChatLeadsOptions { DataDirectory = folder.FullName }, dialogs);
        var host = builder.Build();
        await host.StartAsync();
        return new SimulationHost(host, dialogs, clock, folder);
    }

    public async Task<Performance> Play(Persona persona, CancellationToken cancellation)
    {
        var turns = host.Services.GetRequiredService<ITurns>();
        var conversations = host.Services.GetRequiredService<LiveConversations>();
        var key = new ConversationKey("webchat", $"simulated-{persona.Id}-{Guid.NewGuid():N}");
        var (actor, performance) = (new Actor(persona), new Performance(persona));
        conversations.Begin(key);
        Reply? last = null;
        while (actor.Next(last?.Asking) is { } text)
        {
            clock.Advance(BetweenMessages);
            var inbound = new Inbound(key, $"message-{actor.Turns}", "visitor", new TextSent(text), Locale: persona.Language);
            var receipt = await turns.Take(inbound, cancellation);
            var replies = receipt.Replies.Select(entry => entry.Reply).ToList();
            last = replies.LastOrDefault();
            var state = (await conversations.GetOrBegin(key, cancellation)).State;
            performance.Add(text, replies, state, Standing.Score(dialogs.Playbook, state, clock.GetUtcNow()));
        }
        performance.Stored = await IsStored(key, cancellation);
        return performance;
    }

    /// <summary>Asked of the database, not of the engine: a lead belongs to the conversation.</summary>
    private async Task<bool> IsStored(ConversationKey key, CancellationToken cancellation)
    {
        var databases = host.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Conversations.AnyAsync(row => row.Channel == key.Channel && row.ExternalId == key.Id && row.LeadNumber != null, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
