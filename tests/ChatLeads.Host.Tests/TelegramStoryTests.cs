using ChatLeads.Channels;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Tests.Takeover;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>A prospect in Telegram and the program with its real pipeline, outbox and clock.</summary>
public sealed partial class TelegramStoryTests : IAsyncLifetime
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
        await Stop();
        await api.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Before_consent_nothing_is_stored_and_after_it_the_outbox_speaks()
    {
        var ana = api.Person("Ana");
        ana.Writes("/start src_google-camp_clinicas");
        await ana.Hears();
        ana.Writes("consent?");
        var consent = await ana.Hears();
        await using (var db = Database())
        {
            Assert.False(await db.Conversations.AnyAsync());
            Assert.False(await db.Messages.AnyAsync());
            Assert.False(await db.Outbox.AnyAsync(row => row.Recipient.StartsWith("telegram/")));
        }

        ana.Presses(consent, "Yes");
        Assert.Equal("kept", (await ana.Hears()).Text);
        ana.Writes("and the price?");
        Assert.Equal("you said and the price?", (await ana.Hears()).Text);
        await using var after = Database();
        var kept = await after.Conversations.SingleAsync();
        Assert.Equal(("telegram", $"{ana.Id}"), (kept.Channel, kept.ExternalId));
        Assert.Equal("Ana Ruiz", (await after.Leads.SingleAsync()).Name);
        Assert.Equal(2, await after.Outbox.CountAsync(row => row.Recipient == $"telegram/{ana.Id}" && row.Kind == "message"));
        Assert.Equal(4, ana.Chat.FromBot.Count);
    }

    [Fact]
    public async Task After_a_restart_updates_and_buttons_of_before_have_no_second_effect()
    {
        var ana = api.Person("Ana");
        ana.Writes("consent?");
        var consent = await ana.Hears();
        var pressed = ana.Presses(consent, "Yes");
        await ana.Hears();
        await Stop();
        app = await Start();

        api.Updates.Repeat(pressed);
        ana.PressesForged(consent, consent.Buttons[1].Data);
        ana.Writes("still there?");
        Assert.Equal("you said still there?", (await ana.Hears()).Text);
        await using var db = Database();
        Assert.True((await db.Consents.SingleAsync()).Granted);
        Assert.Equal(3, ana.Chat.FromBot.Count);
    }

    [Fact]
    public async Task What_is_said_while_the_program_is_down_is_answered_when_it_is_back()
    {
        var ana = api.Person("Ana");
        ana.Writes("agree ana@example.com Ana Ruiz");
        await ana.Hears();
        await Stop();
        ana.Writes("one");
        ana.Writes("two");
        app = await Start();
        Assert.Equal("you said one", (await ana.Hears()).Text);
        Assert.Equal("you said two", (await ana.Hears()).Text);
    }

    [Fact]
    public async Task The_true_dialog_qualifies_asks_for_consent_by_button_and_keeps_the_lead()
    {
        await Stop();
        app = await Start(scripted: false);
        var ana = api.Person("Ana");
        ana.Writes("/start src_google-camp_clinicas");
        var consent = await AskedForConsent(ana);
        ana.Presses(consent, consent.Buttons[0].Label);
        await ana.Hears();
        ana.Writes("Ana Ruiz, 612 340 981");
        var lead = await Eventually(async () =>
        {
            await using var db = Database();
            return await db.Leads.SingleOrDefaultAsync(row => row.Phone != null);
        });
        Assert.Equal(("Ana Ruiz", "+34612340981"), (lead.Name, lead.Phone));
        Assert.Equal(("google", "clinicas"), (lead.Source, lead.Campaign));
    }

    /// <summary>The turn may say several things: what it does is there when it is there.</summary>
    private static async Task<T> Eventually<T>(Func<Task<T?>> look) where T : class
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(50);
        }
        throw new TimeoutException("It did not happen within half a minute.");
    }

    /// <summary>Says what a prospect may say until the bot asks whether it may keep it.</summary>
    private static async Task<ChatMessage> AskedForConsent(TelegramPerson person)
    {
        foreach (var words in new[]
        {
            "soy la gerente de una clínica dental en Zaragoza, el programa de citas nos duplica pacientes y queremos cambiarlo ya",
            "somos 14 personas", "unos 6000 euros al año", "decido yo", "quiero que me llame una persona", "sí, llamadme", "",
        })
        {
            var message = await person.Hears();
            if (message.Buttons.Any(button => button.Data.EndsWith("consent:yes", StringComparison.Ordinal)))
                return message;
            person.Writes(words);
        }
        throw new InvalidOperationException($"Consent was not asked for:\n{string.Join('\n', person.Chat.FromBot.Select(message => message.Text))}");
    }

    /// <summary>The scripted dialog, with a consent question to press.</summary>
    private static Decision Decide(ConversationState state, Inbound inbound, string messageId, DateTimeOffset now) => inbound.Content switch
    {
        TextSent { Text: "consent?" } => new Decision(
            state, [new Reply("May we?", "en", Field.Consent) { Choices = [new Choice("Yes", "consent:yes"), new Choice("No", "consent:no")] }], []),
        ChoicePressed { Value: "consent:yes" } => ScriptedDecider.Decide(
            state, inbound with { Content = new TextSent("agree ana@example.com Ana Ruiz") }, messageId, now),
        ChoicePressed => throw new InvalidOperationException("A replayed button came through."),
        _ => ScriptedDecider.Decide(state, inbound, messageId, now),
    };

    private async Task<WebApplication> Start(bool scripted = true)
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0",
            "--ChatLeads:DataDirectory", data,
            "--ChatLeads:Telegram:Token", BotApiServer.Token,
            "--ChatLeads:Telegram:ApiUrl", api.Url,
        ];
        var started = WebHost.Create(args, scripted ? services => services.AddDecider(Decide) : null, ShippedDialogs.Load);
        await started.StartAsync();
        return started;
    }

    private async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private ChatLeadsDb Database() => app.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContext();
}
