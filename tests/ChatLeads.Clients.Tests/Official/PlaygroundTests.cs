using System.Text.Json;
using ChatLeads.Channels.Tests.WebChat;

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

    [Fact]
    public async Task A_rep_claims_a_lead_and_talks_to_it_by_the_buttons_of_the_alert()
    {
        await using var host = await RealHost.Start("--ChatLeads:Teams:Enabled", "true");
        await using var marta = await PlaygroundClient.Start($"{host.Url}api/messages");
        await marta.Open();
        await marta.Next("a greeting");
        await marta.Say($"/join {await host.Invite("Marta")}");
        await marta.Next("a welcome");
        await marta.Say("I'm on duty"); // Whatever day it is.
        await marta.Next("an answer to it");
        var ana = new DirectLineClient(host.Address);
        await BecomeHot(ana);

        var alert = await Shows(marta, message => Button(message, "/claim 1") is not null);
        await marta.Press(alert, Button(alert, "/claim 1")!.Value);
        await Until(() => marta.Changes.Any(change => change.Contains("Marta has it", StringComparison.Ordinal)), marta.Changes);
        await marta.Press(alert, Button(alert, "/takeover 1")!.Value);
        var begun = await Shows(marta, message => Button(message, "/release 1") is not null);
        await marta.Say("Shall I call you on Tuesday?");
        await Hears(ana, "Shall I call you on Tuesday?");
        await ana.Say("Tuesday is fine", "c4");
        await Shows(marta, message => message.GetProperty("text").GetString() == "Ana Ruiz: Tuesday is fine");
        await marta.Press(begun, Button(begun, "/release 1")!.Value);
        await ana.Say("how much is it?", "c5");
        await Hears(ana, "€");
    }

    private static async Task BecomeHot(DirectLineClient ana)
    {
        await ana.Generate();
        await ana.Begin("""{"locale":"en"}""");
        await ana.Say("I run a dental clinic with 14 people in Zaragoza, our software books patients twice, we want to replace it now, about 6,000 euros a year, I decide");
        await ana.Say("yes, that's fine", "c2");
        await ana.Say("Ana Ruiz, ana@clinicaruiz.es, +34 612 340 981", "c3");
    }

    /// <summary>The next of the bot's messages that is so.</summary>
    private static async Task<JsonElement> Shows(PlaygroundClient teams, Func<JsonElement, bool> what)
    {
        while (true)
            if (await teams.Next("what was expected") is var message && what(message))
                return message;
    }

    private static async Task Until(Func<bool> happened, IEnumerable<string> seen)
    {
        for (var tries = 0; tries < 1200 && !happened(); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(happened(), string.Join(" | ", seen));
    }

    private static async Task Hears(DirectLineClient prospect, string words)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if ((await prospect.Activities()).Texts.Any(text => text?.Contains(words, StringComparison.Ordinal) == true))
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"'{words}' did not come: {string.Join(" | ", (await prospect.Activities()).Texts)}");
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

    private static JsonElement? Agrees(JsonElement message) => Button(message, "consent:yes");

    private static JsonElement? Button(JsonElement message, string choice) => message.GetProperty("attachments").EnumerateArray()
        .Select(attachment => ButtonOf(attachment.GetProperty("content"), choice)).FirstOrDefault(button => button is not null);

    private static JsonElement? ButtonOf(JsonElement card, string choice) => card.TryGetProperty("actions", out var actions)
        ? actions.EnumerateArray().Select(action => (JsonElement?)action).FirstOrDefault(action => action!.Value.GetProperty("data").GetProperty("choice").GetString() == choice)
        : null;
}
