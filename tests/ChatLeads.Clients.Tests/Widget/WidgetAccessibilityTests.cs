using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

public sealed class WidgetAccessibilityTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, "#0e6658")]
    [InlineData(ColorScheme.Dark, 1280, "#0e6658")]
    [InlineData(ColorScheme.Light, 360, "#ffd400")]
    [InlineData(ColorScheme.Dark, 360, "#1a1aff")]
    public async Task Axe_finds_nothing_closed_open_with_choices_cards_and_pictures(ColorScheme scheme, int width, string colour)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 720 }, ReducedMotion = ReducedMotion.Reduce });
        var widget = await WidgetPage.Visit(context, server.Page($"data-color='{colour}' data-nudge='0'"));
        await Clean(widget, "closed");
        await widget.Open();
        await Clean(widget, "open with choices");
        await widget.Choices.First.ClickAsync();
        foreach (var text in new[] { "card", "picture", "markup", "person", "buttons" }) await widget.Say(text);
        await widget.Heard("¿De acuerdo?");
        await Clean(widget, "after a conversation");
        server.Fates.Enqueue(DoubleServer.Fate.TooLarge);
        await widget.Say("refused");
        await widget.Page.GetByText("No se ha podido enviar").WaitForAsync();
        await Clean(widget, "with a refused message");
    }

    [Fact]
    public async Task The_demo_pages_are_clean_too()
    {
        await using var server = await DoubleServer.Start();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var context = await chromium.NewContext(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var path in new[] { "", "en/", "privacidad.html", "en/privacy.html" })
                await Clean(await WidgetPage.Visit(context, server.Url + path), $"/{path} {scheme}");
        }
    }

    [Fact]
    public async Task A_screen_reader_hears_who_says_what_as_it_comes()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await Assertions.Expect(widget.Panel).ToHaveAccessibleNameAsync("Chat con Nimbo");
        var log = widget.Page.GetByRole(AriaRole.Log);
        await Assertions.Expect(log).ToHaveAttributeAsync("aria-live", "polite");
        await Assertions.Expect(log).ToHaveAttributeAsync("aria-busy", "false");
        await widget.Exchange("hola");
        await Assertions.Expect(log.Locator("li").Filter(new() { HasText = "Has dicho: hola" })).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Nimbo: Has dicho: hola"));
        await Assertions.Expect(widget.Bot.Last).ToHaveAttributeAsync("lang", "es");
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await WidgetPage.Visit(context, server.Url);
        var keyboard = widget.Page.Keyboard;

        await widget.Launcher.FocusAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(widget.Field).ToBeFocusedAsync();
        await widget.Bot.First.WaitForAsync();
        await keyboard.TypeAsync("una");
        await keyboard.PressAsync("Shift+Enter");
        await keyboard.TypeAsync("dos");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(widget.Mine.Last).ToHaveTextAsync("una\ndos");
        await Assertions.Expect(widget.Field).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(widget.Panel).ToBeHiddenAsync();
        await Assertions.Expect(widget.Launcher).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_sheet_covers_the_page_and_keeps_the_focus()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext(new() { ViewportSize = new() { Width = 320, Height = 568 }, HasTouch = true, IsMobile = true });
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        // The sheet grows into place: its end is what covers the page.
        await widget.Panel.EvaluateAsync("async sheet => { await Promise.all(sheet.getAnimations().map(animation => animation.finished)); }");
        var box = (await widget.Panel.BoundingBoxAsync())!;
        Assert.Equal((0, 0, 320, 568), ((int)box.X, (int)box.Y, (int)box.Width, (int)box.Height));
        await Assertions.Expect(widget.Panel).ToHaveAttributeAsync("aria-modal", "true");
        for (var i = 0; i < 12; i++)
        {
            await widget.Page.Keyboard.PressAsync("Tab");
            Assert.True(await widget.Page.EvaluateAsync<bool>("document.activeElement.localName === 'chatleads-widget'"));
        }
        Assert.False(await widget.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > 320"));
        await widget.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(widget.Launcher).ToBeFocusedAsync();
    }

    private async Task Clean(WidgetPage widget, string state)
    {
        var violations = await Axe.Violations(widget.Page);
        output.WriteLine($"axe, {state}: {violations.Count} violations");
        Assert.Empty(violations);
    }
}
