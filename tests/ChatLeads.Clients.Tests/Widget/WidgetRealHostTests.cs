using ChatLeads.Clients.Tests.Official;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>With the true server: what the double cannot prove.</summary>
public sealed class WidgetRealHostTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_bot_greets_as_an_assistant_and_the_conversation_survives_a_reload_and_another_tab()
    {
        await using var host = await RealHost.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, host.Url)).Open();
        await Assertions.Expect(widget.Bot.First).ToContainTextAsync("asistente virtual");

        await widget.Say("hola, ¿qué hace vuestro programa?");
        await widget.Bot.Nth(1).WaitForAsync();
        var said = await widget.Page.Locator(".bubble").AllTextContentsAsync();
        await widget.Page.ReloadAsync();
        await Assertions.Expect(widget.Page.Locator(".bubble")).ToHaveTextAsync(said);
        var other = await (await WidgetPage.Visit(context, host.Url + "privacidad.html")).Open();

        await Assertions.Expect(other.Page.Locator(".bubble")).ToHaveTextAsync(said);
    }

    [Fact]
    public async Task The_bot_speaks_the_pages_language()
    {
        await using var host = await RealHost.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, host.Url + "en/")).Open();

        await Assertions.Expect(widget.Bot.First).ToContainTextAsync("virtual assistant");
        await Assertions.Expect(widget.Bot.First).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_repeated_and_taken_once()
    {
        await using var host = await RealHost.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, host.Url)).Open();
        var posts = 0;
        await widget.Page.RouteAsync("**/activities", async route =>
        {
            if (route.Request.Method != "POST" || ++posts > 3)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await widget.Say("somos 14 en el taller");
        await Assertions.Expect(widget.Page.Locator(".mine .state")).ToHaveCountAsync(0);
        await widget.Bot.Nth(1).WaitForAsync();
        await widget.Page.ReloadAsync();
        await widget.Bot.Nth(1).WaitForAsync();

        await Assertions.Expect(widget.Mine).ToHaveTextAsync(["somos 14 en el taller"]);
    }

    [Fact]
    public async Task A_page_of_another_origin_can_chat()
    {
        await using var host = await RealHost.Start();
        await using var embedder = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync(embedder.Page().Replace("%2Fchat.js", Uri.EscapeDataString(host.Url + "chat.js"), StringComparison.Ordinal));

        var widget = await new WidgetPage(page).Open();

        await Assertions.Expect(widget.Bot.First).ToContainTextAsync("asistente virtual");
    }
    [Theory]
    [InlineData("")]
    [InlineData("en/")]
    public async Task A_whole_conversation_asks_for_consent_before_contact_data_and_ends_with_what_was_noted(string path)
    {
        var prospect = path == "" ? Prospect.Spanish : Prospect.English;
        await using var host = await RealHost.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, host.Url + path)).Open();

        var asked = await widget.Play(prospect);

        Assert.Contains("consent", asked);
        Assert.DoesNotContain(asked.TakeWhile(field => field != "consent"), field => field is "name" or "email" or "phone");
        await Assertions.Expect(widget.Bot.Last).ToContainTextAsync(prospect.Answers["name"].Split(' ')[0]);
        await Assertions.Expect(widget.Bot.Last).ToContainTextAsync(path == "" ? "6.000" : "6,000");
    }

    [Theory]
    [InlineData("")]
    [InlineData("en/")]
    public async Task A_whole_conversation_becomes_a_hot_lead_on_the_desk(string path)
    {
        var (language, prospect) = path == "" ? ("es", Prospect.Spanish) : ("en", Prospect.English);
        await using var host = await RealHost.Start("--ChatLeads:OwnerLanguage", language);
        await using var context = await chromium.NewContext();
        var desk = await context.NewPageAsync();
        await desk.GotoAsync(await host.DeskLink());
        await desk.Locator(".greeting").WaitForAsync();
        var widget = await (await WidgetPage.Visit(context, host.Url + path)).Open();

        var asked = await widget.Play(prospect);

        Assert.Contains("consent", asked);
        await desk.Locator(".alert .card").GetByText(prospect.Answers["name"]).First.WaitForAsync();
        await desk.Locator(".alert .primary").First.ClickAsync();
        await Assertions.Expect(desk.Locator(".message.bot")).Not.ToHaveCountAsync(1);
    }
}
