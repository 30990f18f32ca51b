using ChatLeads.Host;
using ChatLeads.Host.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Clients.Tests;

/// <summary>The whole program on a free port, with a new database that is deleted afterwards.</summary>
internal sealed class RealHost : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly WebApplication app;

    private RealHost(params string[] settings) =>
        app = WebHost.Create(["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", folder, .. settings]);

    /// <summary>With a trailing slash.</summary>
    public string Url => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";

    public static async Task<RealHost> Start(params string[] settings)
    {
        var host = new RealHost(settings);
        await host.app.StartAsync();
        return host;
    }

    /// <summary>A link for the owner of the new database, which works once.</summary>
    public async Task<string> DeskLink()
    {
        var owner = app.Services.GetRequiredService<StaffDirectory>().All.First();
        return $"{Url}desk?code={await app.Services.GetRequiredService<SignIn>().NewCode(owner.Id)}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
