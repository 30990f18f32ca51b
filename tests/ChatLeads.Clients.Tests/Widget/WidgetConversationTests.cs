using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

public sealed class WidgetConversationTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_pressed_choice_is_sent_as_its_value_and_shown_as_its_label()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Choices.GetByText("Solo miro").ClickAsync();
        await widget.Heard("Has dicho: #look");

        Assert.Equal("#look", (string?)server.Only.Messages.Single()["text"]);
        await Assertions.Expect(widget.Mine).ToHaveTextAsync("Solo miro");
        await Assertions.Expect(widget.Choices.Nth(1)).ToHaveAccessibleNameAsync("Solo miro (elegido)");
        foreach (var choice in await widget.Choices.AllAsync()) await Assertions.Expect(choice).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Choices_go_when_the_answer_is_typed()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Exchange("otra cosa");

        await Assertions.Expect(widget.Choices).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_cards_button_speaks_and_shows_that_it_was_pressed()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Say("card");
        await widget.Page.GetByRole(AriaRole.Button, new() { Name = "La llevo yo" }).ClickAsync();
        await widget.Heard("Has dicho: claim 1");

        await Assertions.Expect(widget.Mine.Last).ToHaveTextAsync("La llevo yo");
        await Assertions.Expect(widget.Page.Locator(".card .chosen")).ToHaveCountAsync(1);
        await Assertions.Expect(widget.Page.Locator(".card dd").First).ToHaveTextAsync("5.000–6.000 €");
    }

    [Fact]
    public async Task Text_stays_text_and_only_safe_addresses_become_links()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Say("markup");
        await widget.Say("<script>window.hacked=2</script><img src=x onerror=window.hacked=3>");
        await widget.Bot.Nth(2).WaitForAsync();

        await Assertions.Expect(widget.Bot.Nth(1)).ToContainTextAsync("<img src=x onerror='window.hacked=1'> <b>negrita</b> javascript:alert(1) example.com/a?b=1. ana@acme.com");
        Assert.False(await widget.Page.EvaluateAsync<bool>("'hacked' in window"));
        var links = await widget.Bot.Nth(1).Locator("a").EvaluateAllAsync<string[]>("all => all.map(a => `${a.getAttribute('href')} ${a.rel}`)");
        Assert.Equal(["https://example.com/a?b=1 noopener noreferrer", "mailto:ana@acme.com noopener noreferrer", "tel:+34976000000 noopener noreferrer"], links);
    }

    [Fact]
    public async Task A_reload_another_page_and_another_tab_go_on_with_the_same_conversation()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        await widget.Choices.GetByText("Solo miro").ClickAsync();
        await widget.Heard("Has dicho: #look");

        await widget.Page.GotoAsync(server.Url + "privacidad.html");
        await widget.Heard("Has dicho: #look");
        await widget.Page.ReloadAsync();
        await widget.Exchange("dos");
        var other = await (await WidgetPage.Visit(context, server.Url + "en/")).Open();
        await other.Exchange("tres");
        await widget.Heard("Has dicho: tres");

        Assert.Equal(["#look", "dos", "tres"], server.Only.Messages.Select(m => (string?)m["text"]));
        foreach (var tab in new[] { widget, other })
        {
            Assert.Equal(["Solo miro", "dos", "tres"], await tab.Mine.AllTextContentsAsync());
            await Assertions.Expect(tab.Bot).ToHaveCountAsync(4);
        }
    }

    [Fact]
    public async Task The_visit_goes_with_the_first_message_alone_and_without_what_addresses_may_hide()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Url + "?utm_source=google&utm_campaign=clinicas&email=ana@acme.com#x", new() { Referer = "https://search.example/find?q=private" });
        var widget = await new WidgetPage(page).Open();
        await widget.Exchange("uno");
        await widget.Exchange("dos");

        var messages = server.Only.Messages;
        Assert.Equal(
            $$"""{"page":"{{server.Url}}","referrer":"https://search.example/find","utm_source":"google","utm_campaign":"clinicas"}""",
            messages[0]["channelData"]!["visit"]!.ToJsonString());
        Assert.Null(messages[1]["channelData"]!["visit"]);
    }

    [Fact]
    public async Task What_comes_while_the_chat_is_closed_is_counted_on_the_button()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        await widget.Exchange("hola");
        await widget.Page.Keyboard.PressAsync("Escape");

        server.Only.Say(new() { ["text"] = "¿Sigues ahí?" });

        await Assertions.Expect(widget.Page.Locator(".badge")).ToHaveTextAsync("1");
        await Assertions.Expect(widget.Page.GetByText("1 sin leer")).ToHaveCountAsync(1);
        await widget.Launcher.ClickAsync();
        await Assertions.Expect(widget.Page.Locator(".badge")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_typing_sign_shows_until_the_answer_and_a_person_is_named()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Say("silence");
        await Assertions.Expect(widget.Page.GetByText("Nimbo está escribiendo")).ToHaveCountAsync(1);
        await widget.Say("person");

        await widget.Heard("Soy Marta, del equipo.");
        await Assertions.Expect(widget.Page.Locator(".typing")).ToBeHiddenAsync();
        await Assertions.Expect(widget.Page.Locator(".message").Last.Locator(".author")).ToHaveTextAsync("Marta");
    }

    [Fact]
    public async Task A_phone_shows_the_keyboard_that_fits_the_question()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Say("email");

        await Assertions.Expect(widget.Field).ToHaveAttributeAsync("inputmode", "email");
        await Assertions.Expect(widget.Page.GetByRole(AriaRole.Log)).ToHaveAttributeAsync("data-asking", "email");
        await widget.Exchange("no tengo");
        await Assertions.Expect(widget.Field).ToHaveAttributeAsync("inputmode", "text");
    }
}
