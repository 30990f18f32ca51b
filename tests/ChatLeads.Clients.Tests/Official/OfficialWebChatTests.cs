using System.Text.Json;
using ChatLeads.Channels.Tests.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>The official botframework-webchat 4.18 in Chromium against the whole program.</summary>
public sealed class OfficialWebChatTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int MostTurns = 15;

    /// <summary>One grey pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Choices_cards_and_pictures_are_shown_and_pressed()
    {
        await using var server = await WebChatServer.Start();
        var witness = server.Client();
        await witness.Generate();
        await using var context = await chromium.NewContext(new() { Locale = "es-ES" });
        var page = await OfficialPage.Open(context, server.Address, witness.Token!);
        await page.Shows(1);
        await page.Press("Sí, de acuerdo");
        await page.Shows(3);
        Assert.Equal(new ChoicePressed("yes", "Sí, de acuerdo", Field.Consent), server.Pipeline.Taken.Last().Content);
        Assert.Equal([FakePipeline.Greeting.Text, "Sí, de acuerdo", "Elegido: yes"], await page.Texts());
        var card = new Card("Ana Ruiz", "86/100", [new CardRow("Plazo", "+25")], [new Choice("La llevo yo", "claim 42")]);
        server.Pipeline.Say(server.Pipeline.Taken.Last().Conversation, new Reply("Ana Ruiz: 86/100", "es") { Card = card, Picture = new Picture(Png, "Embudo") });
        await page.SeesOnCard("+25");
        await page.SeesPicture("Embudo");
        await page.Press("La llevo yo");
        await page.Shows(6);
        Assert.Equal(new ChoicePressed("claim 42", "La llevo yo"), server.Pipeline.Taken.Last().Content);
        server.Pipeline.Say(server.Pipeline.Taken.Last().Conversation, new Reply("Política de privacidad (v3): https://nimbo.example/es_ES/privacidad", "es"));
        await page.SeesLink("https://nimbo.example/es_ES/privacidad");
        Assert.False(await page.SaysSendFailed());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_qualifying_conversation_reaches_consent_and_contact_data()
    {
        await using var host = await RealHost.Start();
        var witness = await host.Witness();
        await using var context = await chromium.NewContext(new() { Locale = "es-ES" });
        var page = await OfficialPage.Open(context, host.Address, witness.Token!);
        await page.Shows(1);
        var activities = (await witness.Activities()).Activities;
        for (var turn = 0; turn < MostTurns && Prospect.Spanish.Next(activities) is { } text; turn++)
        {
            if (ChoiceToPress(activities, text) is { } label)
                await page.Press(label);
            else
                await page.Say(text);
            activities = await witness.AfterAnswer(activities.Count);
            await page.Shows(activities.Count);
        }
        output.WriteLine(string.Join("\n", await page.Texts()));
        Assert.Equal((await witness.Activities()).Texts.Select(Squeezed), (await page.Texts()).Select(Squeezed));
        Assert.False(await page.SaysSendFailed());
        Assert.Contains("consent", Prospect.Asked(activities));
        Assert.Null(Prospect.Spanish.Next(activities));
        Assert.Empty(page.Errors);
    }

    /// <summary>A choice of the last message that means the same as the answer: the first of a consent question.</summary>
    private static string? ChoiceToPress(IReadOnlyList<JsonElement> activities, string text)
    {
        var last = activities[^1];
        if (!last.TryGetProperty("suggestedActions", out var suggested)) return null;
        var titles = suggested.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("title").GetString()!).ToList();
        return titles.Find(t => string.Equals(t, text, StringComparison.OrdinalIgnoreCase))
            ?? (last.GetProperty("channelData").GetProperty("asking").GetString() == "consent" ? titles[0] : null);
    }

    /// <summary>Without the spaces, some of no width, that Web Chat lays around links.</summary>
    private static string Squeezed(string? text) => string.Join(' ', (text ?? "").Replace("\u200B", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
