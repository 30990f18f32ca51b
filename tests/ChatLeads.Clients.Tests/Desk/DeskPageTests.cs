using System.Text.Json.Nodes;
using ChatLeads.Clients.Tests.Widget;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Desk;

public sealed class DeskPageTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_alert_arrives_live_as_a_card_with_a_claim_button_and_stands_in_the_list()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await Open(server, context);
        await Assertions.Expect(page.GetByText("Nada por ahora")).ToBeVisibleAsync();

        server.Only.Say(Alert("Ana Ruiz · 86/100", "claim 7"));

        var claim = page.GetByRole(AriaRole.Button, new() { Name = "La llevo yo" });
        await Assertions.Expect(claim).ToHaveClassAsync("primary");
        await Assertions.Expect(page.Locator(".alerts li")).ToContainTextAsync("Ana Ruiz · 86/100");
        await claim.ClickAsync();
        await page.GetByText("Has dicho: claim 7").WaitForAsync();
        await Assertions.Expect(page.Locator(".card .chosen")).ToHaveCountAsync(1);
        Assert.Equal("claim 7", (string?)server.Only.Messages.Single()["text"]);
    }

    [Fact]
    public async Task A_card_that_answers_a_question_is_no_alert()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await Open(server, context);
        var sheet = Alert("Ana Ruiz", "claim 7");
        sheet["replyToId"] = "0000001";

        server.Only.Say(sheet);
        server.Only.Say(Alert("Luis Gil", "claim 8"));

        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".alerts li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Quick_questions_ask_and_earlier_choices_stay_usable()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await Open(server, context);

        await page.GetByRole(AriaRole.Button, new() { Name = "Calientes de hoy" }).ClickAsync();
        await page.GetByText("Has dicho: Calientes de hoy").WaitForAsync();
        DoubleBot.Answer(server.Only, "buttons");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sí, de acuerdo" }).ClickAsync();
        await page.GetByText("Has dicho: yes").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No, gracias" }).ClickAsync();
        await page.GetByText("Has dicho: no").WaitForAsync();

        await Assertions.Expect(page.Locator(".choices .chosen")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Sound_and_notifications_are_off_until_turned_on_and_choices_are_remembered()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await Open(server, context);
        await page.GetByText("Ajustes").ClickAsync();
        foreach (var name in new[] { "Sonido", "Avisos del navegador" })
            await Assertions.Expect(page.GetByRole(AriaRole.Switch, new() { Name = name })).Not.ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Switch, new() { Name = "Sonido" }).CheckAsync();
        await page.GetByLabel("Tema").SelectOptionAsync("dark");
        await page.GetByLabel("Idioma").SelectOptionAsync("en");
        await page.GetByText("Hello, Marta.").WaitForAsync();

        await page.GetByText("Settings").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Sound" })).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_signed_out_and_in(ColorScheme scheme, int width)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 720 }, ReducedMotion = ReducedMotion.Reduce, Locale = "es" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Url + "desk?link=used");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Entra en la mesa comercial" }).WaitForAsync();
        await Clean(page, "signed out");

        page = await Open(server, context);
        server.Only.Say(Alert("Ana Ruiz · 86/100", "claim 7"));
        foreach (var shape in new[] { "picture", "buttons" }) DoubleBot.Answer(server.Only, shape);
        await page.GetByText("¿De acuerdo?").WaitForAsync();
        await page.GetByText("Ajustes").ClickAsync();
        await Clean(page, "with an alert");
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    private static async Task<IPage> Open(DoubleServer server, IBrowserContext context)
    {
        server.SignedIn = true;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Url + "desk");
        await page.GetByText("Hola, Marta.").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToHaveAttributeAsync("aria-busy", "false");
        return page;
    }

    private async Task Clean(IPage page, string state)
    {
        var violations = await Axe.Violations(page);
        output.WriteLine($"axe, desk {state}: {violations.Count} violations");
        Assert.Empty(violations);
    }

    private static JsonObject Alert(string title, string claim)
    {
        var activity = DoubleBot.Card();
        var card = activity["attachments"]![0]!["content"]!;
        card["body"]![0]!["text"] = title;
        card["actions"]![0]!["data"] = claim;
        return activity;
    }
}
