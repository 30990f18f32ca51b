using ChatLeads.Channels.Tests.WebChat;
using ChatLeads.Core.Desk;
using ChatLeads.Host;
using ChatLeads.Host.Demo;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Clients.Tests;

/// <summary>The whole program on a free port, with a new database that is deleted afterwards.</summary>
internal sealed class RealHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string data;

    private RealHost(WebApplication app, string data) => (this.app, this.data) = (app, data);

    public Uri Address => new(app.Urls.Single());

    /// <summary>The same with the host's name and a trailing slash, as a browser's address bar has it.</summary>
    public string Url => $"http://localhost:{Address.Port}/";

    public string Domain => new Uri(Address, "/v3/directline").ToString();

    public static Task<RealHost> Start(params string[] settings) => Start(Directory.CreateTempSubdirectory("chatleads-clients-").FullName, settings);

    /// <summary>On invented leads of three months.</summary>
    public static async Task<RealHost> StartDemo(string owner)
    {
        var options = new ChatLeadsOptions { DataDirectory = Directory.CreateTempSubdirectory("chatleads-clients-").FullName, OwnerName = owner, OwnerLanguage = "es" };
        await DemoFill.Run(options, ChatLeads.Host.Tests.ShippedDialogs.Load(options), TimeProvider.System.GetUtcNow());
        return await Start(options.DataDirectory, []);
    }

    private static async Task<RealHost> Start(string data, string[] settings)
    {
        var app = WebHost.Create(["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", data, .. settings], load: ChatLeads.Host.Tests.ShippedDialogs.Load);
        await app.StartAsync();
        return new RealHost(app, data);
    }

    /// <summary>A link to the desk for the owner of the new database, which works once.</summary>
    public async Task<string> DeskLink()
    {
        var owner = app.Services.GetRequiredService<StaffDirectory>().All.First();
        return $"{Url}desk?code={await app.Services.GetRequiredService<SignIn>().NewCode(owner.Id)}";
    }

    /// <summary>A code by which a rep joins.</summary>
    public Task<string> Invite(string name) =>
        app.Services.GetRequiredService<DbWriter>().Write(db => Invitations.Create(db, name, Role.Rep, TimeProvider.System.GetUtcNow()));

    /// <summary>A client that sees the conversation as the server has it.</summary>
    public async Task<DirectLineClient> Witness()
    {
        var client = new DirectLineClient(Address);
        await client.Generate("""{"user":{"id":"dl_visitor"}}""");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
