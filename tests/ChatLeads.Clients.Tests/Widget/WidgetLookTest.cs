using Microsoft.Playwright;
namespace ChatLeads.Clients.Tests.Widget;
public sealed class WidgetLookTest(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("light", 1280, 800)]
    [InlineData("dark", 1280, 800)]
    [InlineData("light", 390, 780)]
    [InlineData("dark", 320, 640)]
    public async Task Look(string scheme, int w, int h)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext(new() { ViewportSize = new() { Width = w, Height = h }, ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light, DeviceScaleFactor = 1 });
        var page = await context.NewPageAsync();
        page.Console += (_, m) => Console.WriteLine("CONSOLE " + m.Text);
        page.PageError += (_, m) => Console.WriteLine("ERROR " + m);
        await page.GotoAsync(server.Url);
        await page.WaitForTimeoutAsync(800);
        await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{scheme}-{w}-closed.png", FullPage = false });
        if (w > 1000 && scheme == "light") await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{scheme}-{w}-full.png", FullPage = true });
        var widget = new WidgetPage(page);
        await widget.Open();
        await page.WaitForTimeoutAsync(400);
        await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{scheme}-{w}-open.png" });
        await widget.Choices.First.ClickAsync();
        await page.WaitForTimeoutAsync(400);
        await widget.Say("somos 14 en una clínica dental de Zaragoza y el programa de citas nos duplica pacientes");
        await page.WaitForTimeoutAsync(400);
        await widget.Say("card");
        await page.WaitForTimeoutAsync(400);
        await widget.Say("buttons");
        await page.WaitForTimeoutAsync(600);
        await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{scheme}-{w}-chat.png" });
    }
}
