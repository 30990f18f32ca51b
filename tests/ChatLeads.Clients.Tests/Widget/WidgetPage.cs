using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>A page with the widget on it, in the words of somebody who uses it.</summary>
internal sealed class WidgetPage(IPage page)
{
    public IPage Page => page;
    public ILocator Launcher => page.Locator(".launcher");
    public ILocator Panel => page.GetByRole(AriaRole.Dialog);
    public ILocator Field => page.Locator("textarea");
    public ILocator Bot => page.Locator(".message.bot .bubble");
    public ILocator Mine => page.Locator(".message.mine .bubble");
    public ILocator Choices => page.Locator(".choices button");
    public ILocator Notice => page.Locator(".notice");

    /// <summary>Visits the demo page of a server, or another page of it.</summary>
    public static async Task<WidgetPage> Visit(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        var widget = new WidgetPage(page);
        await widget.Launcher.WaitForAsync();
        return widget;
    }

    /// <summary>Opens the chat and waits for the bot's first words.</summary>
    public async Task<WidgetPage> Open()
    {
        await Launcher.ClickAsync();
        await Bot.First.WaitForAsync();
        return this;
    }

    public async Task Say(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
    }

    /// <summary>Says it and waits for the double's answer to it.</summary>
    public async Task Exchange(string text)
    {
        await Say(text);
        await Heard($"Has dicho: {text}");
    }

    public Task Heard(string text) => Bot.GetByText(text, new() { Exact = true }).WaitForAsync();
}
