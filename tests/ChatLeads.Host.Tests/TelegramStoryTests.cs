using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>A prospect in Telegram and the real program, by its real clock.</summary>
public sealed class TelegramStoryTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private BotApiServer api = null!;
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApiServer.Start();
        app = await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await api.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Before_consent_nothing_is_stored_and_after_it_the_outbox_speaks()
    {
        var ana = api.Person("Ana");
        ana.Writes("/start src_google-camp_clinicas");
        var consent = await AskedForConsent(ana);
        await using (var db = Database())
        {
            Assert.False(await db.Conversations.AnyAsync());
            Assert.False(await db.Messages.AnyAsync());
            Assert.False(await db.Outbox.AnyAsync(row => row.Recipient.StartsWith("telegram/")));
        }

        ana.Presses(consent, Yes(consent).Label);
        await ana.Hears();
        ana.Writes("Ana Ruiz, 612 340 981");
        await ana.Hears();
        await using var after = Database();
        Assert.Equal(("telegram", $"{ana.Id}"), await after.Conversations.Select(row => ValueTuple.Create(row.Channel, row.ExternalId)).SingleAsync());
        Assert.Equal("Ana Ruiz", (await after.Leads.SingleAsync()).Name);
        Assert.True(await after.Outbox.AnyAsync(row => row.Recipient == $"telegram/{ana.Id}" && row.SentAt != null));
    }

    [Fact]
    public async Task A_prospect_is_known_after_a_restart_and_a_replayed_button_has_no_effect()
    {
        var ana = api.Person("Ana");
        ana.Writes("hola");
        var consent = await AskedForConsent(ana);
        var no = consent.Buttons.First(button => button.Data.EndsWith("consent:no", StringComparison.Ordinal));
        ana.Presses(consent, Yes(consent).Label);
        await ana.Hears();
        await app.StopAsync();
        await app.DisposeAsync();
        app = await Start();

        ana.PressesForged(consent, no.Data);
        ana.Writes("soy Ana Ruiz, ana@clinica.example");
        await ana.Hears();
        await using var db = Database();
        Assert.Equal(1, await db.Conversations.CountAsync());
        Assert.All(await db.Consents.ToListAsync(), row => Assert.True(row.Granted));
    }

    /// <summary>Says what a prospect may say until the bot asks whether it may keep it.</summary>
    private static async Task<ChatMessage> AskedForConsent(TelegramPerson person)
    {
        foreach (var words in new[]
        {
            "somos una clínica dental en Zaragoza, el programa de citas nos duplica pacientes y queremos cambiarlo ya",
            "somos 14 personas", "unos 6000 euros al año", "decido yo, soy la gerente", "quiero que me llame una persona", "sí, llamadme", "hoy mismo", "", "",
        })
        {
            var message = await person.Hears();
            if (message.Buttons.Any(button => button.Data.EndsWith("consent:yes", StringComparison.Ordinal)))
                return message;
            if (words.Length > 0)
                person.Writes(words);
        }
        throw new InvalidOperationException($"Consent was not asked for:\n{string.Join('\n', person.Chat.FromBot.Select(message => message.Text))}");
    }

    private static (string Label, string Data) Yes(ChatMessage consent) =>
        consent.Buttons.First(button => button.Data.EndsWith("consent:yes", StringComparison.Ordinal));

    private async Task<WebApplication> Start()
    {
        var started = WebHost.Create([
            "--urls", "http://127.0.0.1:0",
            "--ChatLeads:DataDirectory", data,
            "--ChatLeads:Telegram:Token", BotApiServer.Token,
            "--ChatLeads:Telegram:ApiUrl", api.Url]);
        await started.StartAsync();
        return started;
    }

    private ChatLeadsDb Database() => app.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContext();
}
