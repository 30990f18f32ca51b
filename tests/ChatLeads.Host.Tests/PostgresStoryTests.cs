using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage.Tests;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

/// <summary>The whole program on a PostgreSQL server.</summary>
public sealed class PostgresStoryTests(PostgresServer server)
{
    [Fact]
    public async Task A_lead_comes_in_is_worked_over_a_restart_and_is_erased()
    {
        var postgres = server.NewDatabase();
        var data = Directory.CreateTempSubdirectory("chatleads-").FullName;
        var before = await Start();
        var marta = await before.Join("Marta Gil");
        var boss = await before.Join("Eva", Role.Manager);
        var ana = await before.Hot("Ana Ruiz");
        Assert.Contains("Ana Ruiz", await before.Ask(marta, "leads calientes de hoy"));
        Assert.Contains("Marta Gil" , await before.Ask(boss, $"asigna {ana} a Marta"));
        await before.Stop();

        await using var host = await Start();
        Assert.Contains("Ana Ruiz", await host.Ask(marta, "ficha de ana"));
        Assert.Contains("cliente, 3.000", await host.Ask(marta, $"{ana} ganada 3000 €"));
        Assert.Contains("Deshecho", await host.Ask(marta, "deshacer"));
        Assert.Contains("1", await host.Ask(boss, "embudo de hoy por fuente"));
        await host.Ask(boss, "resumen cada lunes a las 9");
        Assert.Equal(1, await WebHost.Run(["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", Path.Combine(data, "other"), "--ChatLeads:Database", postgres]));
        await host.Say(new ConversationKey("webchat", "AnaRuiz".ToLowerInvariant()), "erase");

        await using var db = host.Database();
        Assert.Empty(await db.Leads.ToListAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(data, "chatleads.db")));

        Task<TestHost> Start() => TestHost.Start(data, settings: ["--ChatLeads:Database", postgres]);
    }
}
