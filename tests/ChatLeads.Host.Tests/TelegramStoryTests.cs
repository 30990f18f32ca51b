using ChatLeads.Channels;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Team;
using ChatLeads.Host.Tests.Takeover;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>A prospect in Telegram and the program with its real pipeline, outbox and clock.</summary>
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

    [Fact]
    public async Task A_rep_joins_is_alerted_in_a_private_chat_and_claims_there()
    {
        var (ana, marta, eve) = (api.Person("Ana"), api.Person("Marta"), api.Person("Eve"));
        var code = await app.Services.GetRequiredService<DbWriter>().Write(db => Invitations.Create(db, "Marta", Role.Rep, TimeProvider.System.GetUtcNow()));
        marta.Writes($"/join {code}");
        Assert.StartsWith("Hola, Marta: ya eres del equipo.", (await marta.Hears()).Text, StringComparison.Ordinal);
        eve.Writes($"/join {code}");
        Assert.StartsWith("Ese código no vale", (await eve.Hears()).Text, StringComparison.Ordinal);
        marta.Writes("estoy de guardia"); // Whatever day it is.
        Assert.StartsWith("Apuntado: estás de guardia.", (await marta.Hears()).Text, StringComparison.Ordinal);

        ana.Writes("hot ana@example.com Ana Ruiz");
        await ana.Hears();
        var card = await marta.Hears();
        Assert.Contains("Ana Ruiz", card.Text);
        Assert.Equal(["Lo llevo yo", "Hablar por el chat", "Ahora no", "No encaja", "Conversación"], card.Buttons.Select(button => button.Label));

        marta.Presses(card, "Lo llevo yo");
        Assert.Contains("Ana Ruiz", (await marta.Hears()).Text);
        var claimed = await Eventually(() => Task.FromResult(marta.Chat.Message(card.Id) is { } now && now.Text.Contains("Lo lleva Marta", StringComparison.Ordinal) ? now : null));
        Assert.DoesNotContain(claimed.Buttons, button => button.Label == "Lo llevo yo");
        marta.Presses(claimed, "Conversación");
        Assert.Contains("hot ana@example.com", (await marta.Hears()).Text);
        await using var db = Database();
        var lead = await db.Leads.SingleAsync();
        Assert.NotNull(lead.ClaimedAt);
        Assert.InRange(lead.AlertedAt!.Value, lead.HotAt!.Value, lead.ClaimedAt.Value);
        Assert.Single(await db.Conversations.Where(row => row.Channel == "telegram").ToListAsync()); // Ana's.
    }

    [Fact]
    public async Task A_rep_takes_over_by_the_alerts_button_talks_to_the_prospect_and_gives_them_back()
    {
        var (ana, marta) = (api.Person("Ana"), api.Person("Marta"));
        marta.Writes($"/join {await app.Services.GetRequiredService<DbWriter>().Write(db => Invitations.Create(db, "Marta", Role.Rep, TimeProvider.System.GetUtcNow()))}");
        await marta.Hears();
        marta.Writes("estoy de guardia"); // Whatever day it is.
        await marta.Hears();
        ana.Writes("hot ana@example.com Ana Ruiz");
        Assert.Equal("kept", (await ana.Hears()).Text);

        marta.Presses(await marta.Hears(), "Hablar por el chat");
        var begun = await marta.Hears();
        Assert.StartsWith("Ahora hablas tú con Ana Ruiz (Telegram).", begun.Text, StringComparison.Ordinal);
        Assert.Contains("Marta", (await ana.Hears()).Text);
        marta.Writes("Hola, Ana, ¿te va bien el martes?");
        Assert.Equal("Marta: Hola, Ana, ¿te va bien el martes?", (await ana.Hears()).Text);
        ana.Writes("sí, perfecto");
        Assert.Equal("Ana Ruiz: sí, perfecto", (await marta.Hears()).Text);
        marta.Writes("/lead 1");
        Assert.Contains("ana@example.com", (await marta.Hears()).Text);

        marta.Presses(begun, "Devolver al bot");
        Assert.Equal("Hecho: Ana Ruiz vuelve a hablar conmigo.", (await marta.Hears()).Text);
        Assert.Contains("Marta", (await ana.Hears()).Text);
        ana.Writes("gracias");
        Assert.Equal("you said gracias", (await ana.Hears()).Text);
        Assert.Equal(5, ana.Chat.FromBot.Count);
    }

    [Fact]
    public async Task The_menu_of_a_chat_goes_with_the_role_of_whoever_is_there()
    {
        var writer = app.Services.GetRequiredService<DbWriter>();
        var marta = api.Person("Marta");
        marta.Writes($"/join {await writer.Write(db => Invitations.Create(db, "Marta", Role.Rep, TimeProvider.System.GetUtcNow()))}");
        await marta.Hears();
        await Eventually(() => Task.FromResult(Menu() == "leads dia guardia deshacer ayuda" ? "so" : null));

        await Changes((db, person) => { person.Role = Role.Manager; Menus.Refresh(db, person, TimeProvider.System.GetUtcNow()); });
        await Eventually(() => Task.FromResult(Menu() == "leads dia guardia deshacer ayuda embudo fuentes velocidad equipo" ? "so" : null));
        marta.Writes("/equipo");
        Assert.Contains("Marta", (await marta.Hears()).Text);
        marta.Writes("/help");
        Assert.Contains("/embudo", (await marta.Hears()).Text, StringComparison.Ordinal);

        await Changes((db, person) => Membership.Remove(db, person, TimeProvider.System.GetUtcNow()));
        await Eventually(() => Task.FromResult(Menu() is null ? "so" : null));

        string? Menu() => api.Commands.TryGetValue($"chat{marta.Id}/", out var commands) ? string.Join(' ', commands.Select(command => (string)command!["command"]!)) : null;

        async Task Changes(Action<ChatLeadsDb, Storage.Rows.StaffRow> change)
        {
            await writer.Write(db => change(db, db.Staff.Single(row => row.Name == "Marta")));
            app.Services.GetRequiredService<Outbox.OutboxSignal>().Kick();
        }
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
