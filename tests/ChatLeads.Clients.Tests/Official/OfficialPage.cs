using ChatLeads.Channels.Tests.WebChat;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>A page with Microsoft's Web Chat on it, as its documentation embeds it.</summary>
internal sealed class OfficialPage
{
    private const string Html =
        """
        <!doctype html><html lang="es"><meta charset="utf-8"><title>Official Web Chat</title>
        <style>html, body, #chat { height: 100%; margin: 0 }</style><div id="chat" role="main"></div>
        <script src="/webchat.js"></script>
        """;

    private readonly IPage page;

    private OfficialPage(IPage page)
    {
        this.page = page;
        page.PageError += (_, error) => Errors.Add(error);
    }

    /// <summary>Uncaught errors in the page.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<OfficialPage> Open(IBrowserContext context, RealHost host, string token)
    {
        var script = NpmPackages.File("botframework-webchat/dist/webchat.js");
        var page = new OfficialPage(await context.NewPageAsync());
        var address = new Uri(host.Address, "/official-client-under-test").ToString();
        await page.page.RouteAsync(address, route => route.FulfillAsync(new() { Body = Html, ContentType = "text/html" }));
        await page.page.RouteAsync("**/webchat.js", route => route.FulfillAsync(new() { Path = script, ContentType = "text/javascript" }));
        await page.page.GotoAsync(address);
        await page.page.EvaluateAsync(
            """
            ([domain, token]) => WebChat.renderWebChat(
              { directLine: WebChat.createDirectLine({ domain, token }), locale: 'es-ES' }, document.getElementById('chat'))
            """,
            new[] { host.Domain, token });
        return page;
    }

    public async Task Say(string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public Task Press(string choice) => page.GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();

    /// <summary>Waits until so many messages are on the page.</summary>
    public Task Shows(int messages) => Assertions.Expect(Bubbles).ToHaveCountAsync(messages, new() { Timeout = 20_000 });

    public Task<IReadOnlyList<string>> Texts() => Bubbles.AllInnerTextsAsync();

    public Task<bool> SaysSendFailed() => page.Locator(".webchat__activity-status--slotted, .webchat__activity-status")
        .Filter(new() { HasText = "No se pudo enviar" }).First.IsVisibleAsync();

    private ILocator Bubbles => page.Locator(".webchat__text-content");
}

internal static class Witness
{
    /// <summary>The transcript once the prospect's next message and the bot's answer stand in it.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.JsonElement>> AfterAnswer(this DirectLineClient witness, int before)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var activities = (await witness.Activities()).Activities;
            if (activities.Count > before + 1) return activities;
            await Task.Delay(50);
        }
        Assert.Fail("The bot did not answer.");
        return [];
    }
}
