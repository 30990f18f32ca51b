using System.Collections.Concurrent;
using ChatLeads.Channels.Tests.Teams;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests.Stories;

/// <summary>The program as it is shipped, on all of its channels, on a Monday morning.</summary>
internal sealed class StoryWorld : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly List<HttpClient> clients = [];
    private BotApiServer telegram = null!;
    private ConnectorDouble connector = null!;
    private WebApplication app = null!;

    private StoryWorld()
    {
    }

    public static async Task<StoryWorld> Start()
    {
        var world = new StoryWorld { telegram = await BotApiServer.Start(), connector = await ConnectorDouble.Start() };
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", world.data, "--ChatLeads:Teams:Enabled", "true",
            "--ChatLeads:Telegram:Token", BotApiServer.Token, "--ChatLeads:Telegram:ApiUrl", world.telegram.Url,
        ];
        world.app = WebHost.Create(args, services => services.AddSingleton<TimeProvider>(new MondayMorning()), ShippedDialogs.Load);
        await world.app.StartAsync();
        return world;
    }

    public async Task<Window> Prospect(string channel, string language) =>
        channel == "website" ? await WebsiteWindow.Open(Client(), language) : Private(telegram.Person("Ana", language));

    /// <summary>A rep's private chat, and a group of the team, both joined by a code.</summary>
    public async Task<(Window Marta, Window Sales)> Rep(string channel, string language)
    {
        var person = telegram.Person("Marta", language);
        Window marta = channel == "telegram" ? Private(person) : InTeams("a:marta", language);
        Window sales = channel == "telegram" ? new TelegramWindow(person, telegram.Group("Ventas")) : InTeams("19:sales@thread.tacv2", language);
        await marta.Answered(async () => await marta.Writes($"/join {await Invite("Marta", Role.Rep)}"));
        await sales.Answered(async () => await sales.Writes($"/join {await Invite("Ventas", null)}"));
        return (marta, sales);
    }

    public async Task<WebsiteWindow> RepAtDesk(string language) => await WebsiteWindow.OpenDesk(Client(), await Invite("Marta", Role.Rep), language);

    /// <summary>Names of those whom a page of the website shows as typing, one for each sign.</summary>
    public ConcurrentQueue<string?> TypingAt(WebsiteWindow page)
    {
        var seen = new ConcurrentQueue<string?>();
        app.Services.GetRequiredService<LiveStreams>().Register(new ConversationKey(WebChatIdentity.VisitorChannel, page.Conversation), seen.Enqueue);
        return seen;
    }

    /// <summary>The only lead.</summary>
    public async Task<LeadRow> Lead()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContextAsync();
        return await db.Leads.SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await telegram.DisposeAsync();
        await connector.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static TelegramWindow Private(TelegramPerson person) => new(person, person.Chat);

    private TeamsWindow InTeams(string conversation, string language) => new(Client(), connector, "marta", conversation, language);

    private Task<string> Invite(string name, Role? role) => app.Services.GetRequiredService<DbWriter>()
        .Write(db => Invitations.Create(db, name, role, app.Services.GetRequiredService<TimeProvider>().GetUtcNow()));

    private HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(2) };
        clients.Add(client);
        return client;
    }

    /// <summary>A clock that goes as fast as any, in office hours whenever the test runs.</summary>
    private sealed class MondayMorning : TimeProvider
    {
        private readonly TimeSpan ahead = TestHost.Start0 - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
