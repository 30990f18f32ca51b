namespace ChatLeads.Host.Tests;

/// <summary>A prospect who blocks the bot while a rep talks to them.</summary>
public sealed partial class TelegramStoryTests
{
    [Fact]
    public async Task Who_has_the_conversation_is_told_once_that_the_prospect_has_blocked_the_bot()
    {
        var (ana, marta) = (api.Person("Ana"), api.Person("Marta"));
        await JoinsOnDuty(marta);
        ana.Writes("hot ana@example.com Ana Ruiz");
        await ana.Hears();
        var card = await marta.Hears();
        marta.Presses(card, "Hablar por el chat");
        await marta.Hears();
        await ana.Hears();

        ana.Blocks();
        marta.Writes("¿Te va bien el martes?");
        Assert.StartsWith("Ana Ruiz ha bloqueado el bot o ya no está ahí (Telegram)", (await marta.Hears()).Text, StringComparison.Ordinal);
        marta.Writes("¿Hola?");
        Assert.StartsWith("Esto no se ha enviado: Ana Ruiz ha bloqueado el bot", (await marta.Hears()).Text, StringComparison.Ordinal);
        marta.Writes("/ficha 1");
        var sheet = (await marta.Hears()).Text;
        Assert.Contains("ya no le llega nada", sheet);
        Assert.Contains("escribe a ana@example.com", sheet);
        await Eventually(() => Task.FromResult(marta.Chat.Message(card.Id)!.Text.Contains("por el chat ya no le llega nada: escribe a ana@example.com", StringComparison.Ordinal) ? "so" : null));

        ana.Unblocks();
        ana.Writes("ya estoy otra vez");
        Assert.Equal("Ana Ruiz: ya estoy otra vez", (await marta.Hears()).Text);
        marta.Writes("Perfecto");
        Assert.Equal("Marta: Perfecto", (await ana.Hears()).Text);
        marta.Writes("/ficha 1");
        Assert.DoesNotContain("no le llega", (await marta.Hears()).Text);
        Assert.Single(marta.Chat.FromBot, message => message.Text.Contains("Si vuelve a escribir", StringComparison.Ordinal));
    }
}
