using ChatLeads.Channels.Tests.WebChat;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>A page with Microsoft's Web Chat on it, as its documentation embeds it.</summary>
internal sealed class OfficialPage
{
    private readonly IPage page;

    private OfficialPage(IPage page)
    {
        this.page = page;
        page.PageError += (_, error) => Errors.Add(error);
    }

    /// <summary>Uncaught errors in the page.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<OfficialPage> Open(IBrowserContext context, Uri host, string token)
    {
        var script = NpmPackages.File("botframework-webchat/dist/webchat.js");
        var page = new OfficialPage(await context.NewPageAsync());
        // A page that the host itself serves, so that the browser sees no foreign network; its content is ours.
        await page.page.GotoAsync(new Uri(host, "/v3/directline/").ToString());
        await page.page.EvaluateAsync("document.body.innerHTML = '<div id=\"chat\" role=\"main\" style=\"height: 600px\"></div>'");
        await page.page.AddScriptTagAsync(new() { Path = script });
        await page.page.EvaluateAsync(
            """
            ([domain, token]) => WebChat.renderWebChat(
              { directLine: WebChat.createDirectLine({ domain, token }), locale: 'es-ES' }, document.getElementById('chat'))
            """,
            new[] { new Uri(host, "/v3/directline").ToString(), token });
        return page;
    }

    public async Task Say(string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Presses a suggested action or a card's button.</summary>
    public Task Press(string choice) =>
        page.Locator(".webchat__suggested-action, .ac-pushButton").Filter(new() { HasText = choice }).ClickAsync();

    public Task SeesOnCard(string text) => Assertions.Expect(page.Locator(".ac-adaptiveCard")).ToContainTextAsync(text);

    public Task SeesLink(string address) => Assertions.Expect(page.Locator($".webchat__bubble a[href='{address}']")).ToBeVisibleAsync();

    public Task SeesPicture(string altText) => Assertions.Expect(page.Locator($"img[alt='{altText}']")).ToBeVisibleAsync();

    /// <summary>Waits until so many messages are on the page.</summary>
    public Task Shows(int messages) => Assertions.Expect(Bubbles).ToHaveCountAsync(messages);

    public Task<IReadOnlyList<string>> Texts() => Bubbles.AllInnerTextsAsync();

    public Task<bool> SaysSendFailed() => page.Locator(".webchat__activity-status--slotted, .webchat__activity-status")
        .Filter(new() { HasText = "No se pudo enviar" }).First.IsVisibleAsync();

    private ILocator Bubbles => page.Locator(".webchat__bubble .webchat__text-content");
}

internal static class Witness
{
    /// <summary>The transcript once the prospect's next message and the bot's answer stand in it.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.JsonElement>> AfterAnswer(this DirectLineClient witness, int before)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            var activities = (await witness.Activities()).Activities;
            if (activities.Count > before + 1) return activities;
            await Task.Delay(50);
        }
        Assert.Fail("The bot did not answer.");
        return [];
    }
}
