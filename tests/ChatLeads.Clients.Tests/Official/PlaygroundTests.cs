using System.Text.Json;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>Microsoft's local Teams client against the whole program, as docs/teams.md starts them.</summary>
public sealed class PlaygroundTests
{
    private static readonly string[] Words =
    [
        "soy la gerente de una clínica dental en Zaragoza, el programa de citas nos duplica pacientes y queremos cambiarlo ya",
        "somos 14 personas", "unos 6000 euros al año", "decido yo", "quiero que me llame una persona", "sí, llamadme",
    ];

    [Fact]
    public async Task A_prospect_is_greeted_agrees_by_a_cards_button_and_is_asked_for_contact_data()
    {
        await using var host = await RealHost.Start("--ChatLeads:Teams:Enabled", "true");
        await using var teams = await PlaygroundClient.Start($"{host.Url}api/messages");
        await teams.Open();
        Assert.NotEmpty((await teams.Next("a greeting")).GetProperty("text").GetString()!);

        var (message, button) = await AskedForConsent(teams);
        var answer = await teams.Press(message, button);

        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.GetProperty("type").GetString());
        var card = answer.GetProperty("value");
        Assert.StartsWith("✓ ", card.GetProperty("body").EnumerateArray().Last().GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(card.TryGetProperty("actions", out _));
        Assert.NotEmpty((await teams.Next("the next question")).GetProperty("text").GetString()!);
    }

    /// <summary>Says what a prospect may say until a card asks for consent; the message and the button that agrees.</summary>
    private static async Task<(JsonElement Message, JsonElement Button)> AskedForConsent(PlaygroundClient teams)
    {
        foreach (var words in Words)
        {
            await teams.Say(words);
            // A question ends what it says; when there is none, silence does.
            JsonElement? next = await teams.Next($"an answer to '{words}'");
            while (next is { } message)
            {
                if (Agrees(message) is { } button)
                    return (message, button);
                next = Asks(message) ? null : await teams.TryNext(TimeSpan.FromSeconds(15));
            }
        }
        throw new InvalidOperationException($"Consent was not asked for: {string.Join("\n", teams.Seen)}");
    }

    private static bool Asks(JsonElement message) =>
        message.GetProperty("attachments").GetArrayLength() > 0 || message.GetProperty("text").GetString()!.Contains('?', StringComparison.Ordinal);

    private static JsonElement? Agrees(JsonElement message)
    {
        foreach (var attachment in message.GetProperty("attachments").EnumerateArray())
            foreach (var action in attachment.GetProperty("content").TryGetProperty("actions", out var actions) ? actions.EnumerateArray() : default)
                if (action.GetProperty("data").GetProperty("choice").GetString() == "consent:yes")
                    return action;
        return null;
    }
}
