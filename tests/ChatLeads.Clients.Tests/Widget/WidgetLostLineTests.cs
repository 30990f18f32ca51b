using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

public sealed class WidgetLostLineTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(nameof(DoubleServer.Fate.Lost))]
    [InlineData(nameof(DoubleServer.Fate.TakenButUnanswered))]
    [InlineData(nameof(DoubleServer.Fate.Failed500))]
    [InlineData(nameof(DoubleServer.Fate.Refused429))]
    public async Task A_message_that_fails_on_the_way_arrives_once_and_in_order(string fate)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        for (var i = 0; i < 2; i++) server.Fates.Enqueue(Enum.Parse<DoubleServer.Fate>(fate));

        await widget.Say("uno");
        await widget.Say("dos");
        await widget.Heard("Has dicho: dos");

        await OnceEach(server, widget, "uno", "dos");
        Assert.True(server.Posts >= 3, "the failed sending was repeated");
    }

    [Fact]
    public async Task What_is_written_offline_is_sent_when_the_line_returns()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await context.SetOfflineAsync(true);
        server.DropSockets();
        await Assertions.Expect(widget.Notice).ToContainTextAsync("Sin conexión");
        await widget.Say("uno");
        await widget.Say("dos");
        await Assertions.Expect(widget.Page.GetByText("Se enviará cuando vuelva la conexión")).Not.ToHaveCountAsync(0);
        await context.SetOfflineAsync(false);
        await widget.Heard("Has dicho: dos");

        await OnceEach(server, widget, "uno", "dos");
        await Assertions.Expect(widget.Notice).ToHaveTextAsync("");
    }

    [Fact]
    public async Task A_message_on_its_way_survives_a_page_change()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        for (var i = 0; i < 3; i++) server.Fates.Enqueue(DoubleServer.Fate.Failed500);

        await widget.Say("uno");
        await Assertions.Expect(widget.Page.GetByText("Se enviará")).ToHaveCountAsync(1);
        await widget.Page.GotoAsync(server.Url + "privacidad.html");
        await widget.Heard("Has dicho: uno");

        await OnceEach(server, widget, "uno");
    }

    [Fact]
    public async Task A_dropped_socket_is_resumed_and_nothing_is_missed_or_repeated()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        await widget.Exchange("uno");

        for (var i = 1; i <= 3; i++)
        {
            server.DropSockets();
            server.Only.Say(new() { ["text"] = $"durante {i}" });
            await widget.Heard($"durante {i}");
        }
        await widget.Exchange("dos");

        await OnceEach(server, widget, "uno", "dos");
        await Assertions.Expect(widget.Bot).ToHaveCountAsync(6);
        Assert.True(server.Sockets >= 2, "the socket came back");
    }

    [Fact]
    public async Task Where_sockets_do_not_pass_it_polls()
    {
        await using var server = await DoubleServer.Start();
        server.SocketsRefused = true;
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();

        await widget.Exchange("uno");
        server.Only.Say(new() { ["text"] = "y por mi cuenta" });
        await widget.Heard("y por mi cuenta");

        await OnceEach(server, widget, "uno");
        Assert.Equal(0, server.Sockets);
    }

    [Fact]
    public async Task After_an_expired_conversation_a_new_one_begins_when_the_visitor_writes()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        await widget.Exchange("uno");

        server.Forget();
        await widget.Page.GetByText("Esta conversación ha terminado").WaitForAsync();
        Assert.Empty(server.Conversations);
        await widget.Exchange("dos");

        Assert.Equal("dos", (string?)server.Only.Messages.Single()["text"]);
        Assert.Equal(["uno", "dos"], await widget.Mine.AllTextContentsAsync());
    }

    [Fact]
    public async Task A_message_that_can_never_be_taken_says_so_and_holds_up_nothing()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var widget = await (await WidgetPage.Visit(context, server.Url)).Open();
        server.Fates.Enqueue(DoubleServer.Fate.TooLarge);

        await widget.Say("enorme");
        await widget.Exchange("corto");

        await Assertions.Expect(widget.Page.GetByText("No se ha podido enviar. Es demasiado largo")).ToHaveCountAsync(1);
        await widget.Page.GetByRole(AriaRole.Button, new() { Name = "Reintentar" }).ClickAsync();
        await widget.Heard("Has dicho: enorme");
        Assert.Equal(["corto", "enorme"], server.Only.Messages.Select(m => (string?)m["text"]));
    }

    private static async Task OnceEach(DoubleServer server, WidgetPage widget, params string[] texts)
    {
        Assert.Equal(texts, server.Only.Messages.Select(m => (string?)m["text"]));
        await Assertions.Expect(widget.Mine).ToHaveTextAsync(texts);
        foreach (var text in texts) await Assertions.Expect(widget.Bot.GetByText($"Has dicho: {text}", new() { Exact = true })).ToHaveCountAsync(1);
        await Assertions.Expect(widget.Page.Locator(".message .state")).ToHaveCountAsync(0);
    }
}
