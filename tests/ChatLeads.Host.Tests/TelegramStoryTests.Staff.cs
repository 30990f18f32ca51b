using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests;

/// <summary>The stories of staff in Telegram: joining, alerts, takeover, menus.</summary>
public sealed partial class TelegramStoryTests
{
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
        await JoinsOnDuty(marta);
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

    private async Task JoinsOnDuty(TelegramPerson marta)
    {
        marta.Writes($"/join {await app.Services.GetRequiredService<DbWriter>().Write(db => Invitations.Create(db, "Marta", Role.Rep, TimeProvider.System.GetUtcNow()))}");
        await marta.Hears();
        marta.Writes("estoy de guardia"); // Whatever day it is.
        await marta.Hears();
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
}
