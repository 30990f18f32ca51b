using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class WebhookTests
{
    private const string Secret = "un_secreto-largo_0123456789";

    [Fact]
    public async Task Updates_are_posted_with_the_secret_and_answered_after_the_commit()
    {
        await using var world = await TelegramWorld.Start(webhookSecret: Secret);
        world.Turns.Answers = _ => [new Reply("¡Hola!", "es")];
        var commit = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        world.Turns.Commits = _ => { began.TrySetResult(); return commit.Task; };
        var ana = world.Api.Person("Ana");
        ana.Writes("hola");
        await began.Task;
        Assert.Equal(1, world.Api.Updates.Count);
        commit.SetResult();
        Assert.Equal("¡Hola!", (await ana.Hears()).Text);
        Assert.DoesNotContain("getUpdates", world.Api.Calls);
        Assert.EndsWith("/telegram/webhook", world.Api.Updates.WebhookUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_fails_is_posted_again_before_later_ones()
    {
        await using var world = await TelegramWorld.Start(webhookSecret: Secret);
        var failures = 0;
        world.Turns.Commits = _ => Interlocked.Increment(ref failures) <= 3 ? Task.FromException(new InvalidOperationException("x")) : Task.CompletedTask;
        var ana = world.Api.Person("Ana");
        ana.Writes("uno");
        ana.Writes("dos");
        Assert.Equal(new TextSent("uno"), (await world.Turns.Next()).Content);
        Assert.Equal(new TextSent("dos"), (await world.Turns.Next()).Content);
        Assert.True(world.Api.Updates.Posts >= 5);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("un_secreto-largo_012345678")]
    [InlineData("UN_SECRETO-LARGO_0123456789")]
    public async Task Without_the_secret_the_body_is_not_even_read(string? secret)
    {
        await using var world = await TelegramWorld.Start(webhookSecret: Secret);
        var url = new Uri(world.Url);
        using var connection = new TcpClient();
        await connection.ConnectAsync(url.Host, url.Port);
        var header = secret is null ? "" : $"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n";
        // A body is announced and never comes: whoever reads it waits.
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /telegram/webhook HTTP/1.1\r\nHost: {url.Authority}\r\n{header}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n"));
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        Assert.Equal("HTTP/1.1 401 Unauthorized", await reader.ReadLineAsync());
        Assert.Empty(world.Turns.Taken);
    }

    [Theory]
    [InlineData("no es json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("""{"update_id":1,"something_new":{"a":[1]}}""", HttpStatusCode.OK)]
    public async Task A_body_that_is_no_update_is_refused_and_an_unknown_one_let_by(string json, HttpStatusCode status)
    {
        await using var world = await TelegramWorld.Start(webhookSecret: Secret);
        world.Api.Person("Ana").Writes("hola");
        await world.Turns.Next();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{world.Url}/telegram/webhook")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var response = await http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task From_webhook_to_polling_and_back_nothing_is_lost()
    {
        var api = await BotApiServer.Start();
        var turns = new FakeTurns();
        var ana = api.Person("Ana");
        foreach (var (text, secret) in new[] { ("uno", Secret), ("dos", null), ("tres", Secret) })
        {
            ana.Writes(text);
            var world = await TelegramWorld.Start(api, turns, secret);
            Assert.Equal(new TextSent(text), (await turns.Next()).Content);
            await world.Stop();
        }
        await api.DisposeAsync();
        Assert.Equal(3, turns.Taken.Count);
    }
}
