using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>On other people's pages.</summary>
public sealed class WidgetEmbeddingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string HostilePage = "<style>* { font: italic 40px serif !important; color: red !important; display: inline !important; } button { width: 7px; } div, section { position: static; opacity: .1; }</style>";

    [Fact]
    public async Task It_works_from_another_origin_under_a_strict_policy_and_asks_for_nothing_else()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await context.NewPageAsync();
        var (complaints, origins) = (new List<string>(), new HashSet<string>());
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Request += (_, request) => origins.Add(new Uri(request.Url).Authority);
        var host = server.Url.TrimEnd('/');
        var policy = $"default-src 'none'; script-src {host}; connect-src {host} {host.Replace("http", "ws", StringComparison.Ordinal)}";

        await page.GotoAsync(server.Page(csp: policy, foreign: true));
        var widget = await new WidgetPage(page).Open();
        await widget.Exchange("hola");
        await widget.Say("card");
        await page.Locator(".card").WaitForAsync();

        Assert.Equal(16, await widget.Field.EvaluateAsync<int>("e => parseInt(getComputedStyle(e).fontSize)"));
        Assert.Equal([new Uri(page.Url).Authority, new Uri(host).Authority], origins);
        Assert.DoesNotContain(complaints, c => !c.Contains("favicon", StringComparison.Ordinal));
        Assert.Equal(1, server.Sockets);
    }

    [Fact]
    public async Task The_pages_styles_do_not_reach_in_and_its_own_do_not_reach_out()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        const string look = "e => { const s = getComputedStyle(e); return [s.fontSize, s.fontStyle, s.color, s.display, s.width, s.position, s.opacity].join(); }";
        async Task<string[]> Looks(string head)
        {
            await using var context = await chromium.NewContext();
            var widget = await (await WidgetPage.Visit(context, server.Page(head: head))).Open();
            var seen = new List<string>();
            foreach (var part in new[] { widget.Panel, widget.Bot.First, widget.Field, widget.Launcher, widget.Page.Locator("h1") })
                seen.Add(await part.EvaluateAsync<string>(look));
            return [.. seen];
        }

        var (plain, hostile) = (await Looks(""), await Looks(HostilePage));

        Assert.Equal(plain[..4], hostile[..4]);
        Assert.NotEqual(plain[4], hostile[4]);
    }

    [Fact]
    public async Task Nothing_is_stored_before_the_chat_is_opened_and_never_a_cookie()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await WidgetPage.Visit(context, server.Page("data-nudge='0'"));
        const string stored = "localStorage.length + sessionStorage.length";
        await widget.Page.Locator(".nudge").WaitForAsync();
        Assert.Equal(0, await widget.Page.EvaluateAsync<int>(stored));
        Assert.Empty(server.Conversations);

        await widget.Open();
        await widget.Exchange("hola");

        Assert.NotEqual(0, await widget.Page.EvaluateAsync<int>(stored));
        Assert.DoesNotContain("hola", await widget.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage })"));
        Assert.Empty(await context.CookiesAsync());
    }

    [Theory]
    [InlineData("", "es", "Abrir el chat")]
    [InlineData("", "en-GB", "Open chat")]
    [InlineData("", "fr", "Open chat")]
    [InlineData("data-language='es'", "en", "Abrir el chat")]
    public async Task The_language_is_the_attributes_or_the_pages_or_the_browsers(string attributes, string page, string label)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext(new() { Locale = "en-US" });
        var widget = await WidgetPage.Visit(context, server.Page(attributes, page));

        await Assertions.Expect(widget.Launcher).ToHaveAccessibleNameAsync(label);
    }

    [Theory]
    [InlineData("#ffd400", "rgb(255, 212, 0)", "rgb(0, 0, 0)")]
    [InlineData("rebeccapurple", "rgb(102, 51, 153)", "rgb(255, 255, 255)")]
    [InlineData("hsl(170 90% 20%)", "rgb(5, 97, 82)", "rgb(255, 255, 255)")]
    public async Task A_brand_is_a_colour_a_name_a_picture_a_side_and_a_greeting(string colour, string fill, string text)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await WidgetPage.Visit(context, server.Page($"data-color='{colour}' data-name='Acme &amp; hijos' data-avatar='/logo.svg' data-position='left' data-greeting='Buenas &lt;b&gt;' data-theme='dark'"));
        await widget.Open();

        var look = await widget.Launcher.EvaluateAsync<string[]>("e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]");
        Assert.Equal([fill, text], look);
        await Assertions.Expect(widget.Page.GetByRole(AriaRole.Heading, new() { Name = "Acme & hijos" })).ToBeVisibleAsync();
        await Assertions.Expect(widget.Page.Locator(".greeting")).ToHaveTextAsync("Buenas <b>");
        await Assertions.Expect(widget.Page.Locator("img.face")).ToHaveAttributeAsync("src", server.Url + "logo.svg");
        Assert.InRange((await widget.Panel.BoundingBoxAsync())!.X, 0, 40);
        Assert.Equal("rgb(21, 24, 27)", await widget.Panel.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
    }

    [Fact]
    public async Task A_wrong_attribute_is_named_on_the_console_and_the_chat_works()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await context.NewPageAsync();
        var warnings = new List<string>();
        page.Console += (_, message) => warnings.Add(message.Text);

        await page.GotoAsync(server.Page("data-color='bluish' data-position='top' data-avatar='javascript:alert(1)' data-nudge='soon' data-theme='blue'"));
        await new WidgetPage(page).Open();

        Assert.Equal(["theme", "position", "color", "nudge", "avatar"], warnings.Where(w => w.StartsWith("ChatLeads: data-", StringComparison.Ordinal)).Select(w => w["ChatLeads: data-".Length..w.IndexOf('=', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_button_of_the_page_and_its_script_can_open_the_chat()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await WidgetPage.Visit(context, server.Url);

        await widget.Page.GetByRole(AriaRole.Button, new() { Name = "Hablemos" }).ClickAsync();
        await Assertions.Expect(widget.Panel).ToBeVisibleAsync();
        await widget.Page.EvaluateAsync("ChatLeads.close()");
        await Assertions.Expect(widget.Panel).ToBeHiddenAsync();
        await widget.Page.EvaluateAsync("ChatLeads.open()");
        await Assertions.Expect(widget.Panel).ToBeVisibleAsync();
    }
}
