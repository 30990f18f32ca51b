using System.Text.Json;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>The official botframework-webchat 4.18 in Chromium against the whole program.</summary>
public sealed class OfficialWebChatTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int MostTurns = 15;

    [Fact]
    public async Task A_qualifying_conversation_reaches_consent_and_contact_data()
    {
        await using var host = await RealHost.Start();
        var witness = await host.Witness();
        await using var context = await chromium.NewContext(new() { Locale = "es-ES" });
        var page = await OfficialPage.Open(context, host, witness.Token!);
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

    private static string Squeezed(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
