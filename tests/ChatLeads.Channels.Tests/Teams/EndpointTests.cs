using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>Who is let in, and what a well-formed request is.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task A_client_may_ask_whether_it_lives_and_may_not_read()
    {
        await using var world = await TeamsWorld.Start();
        using var head = await world.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/messages"), TestContext.Current.CancellationToken);
        using var get = await world.Http.GetAsync("/api/messages", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "abc.tunnel.example")]
    public async Task Without_an_app_id_nobody_comes_through_a_tunnel_or_a_browser(string header, string value)
    {
        await using var world = await TeamsWorld.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create((JsonNode)world.Message("hola")) };
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await world.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(world.Turns.Taken);
    }

    [Fact]
    public async Task With_an_app_id_the_token_decides_and_replies_carry_ours()
    {
        await using var world = await TeamsWorld.Start(withAppId: true);
        world.Turns.Answers = _ => [new Reply("Hola, Ana", "es")];
        var token = world.Connector.Token(TeamsWorld.AppId, world.Service, TimeProvider.System.GetUtcNow());

        Assert.Equal(401, (await world.Post(world.Message("hola"))).Status);
        Assert.Equal(403, (await world.Post(world.Message("hola"), token + "x")).Status);
        Assert.Equal(202, (await world.Post(world.Message("hola"), token)).Status);

        var sent = await world.Connector.Next();
        Assert.Equal(("Hola, Ana", "Bearer outbound-1"), (sent.Text, sent.Authorization));
        var login = Assert.Single(world.Connector.Logins);
        Assert.Equal((TeamsWorld.AppId, "a-secret", "https://api.botframework.com/.default"), (login["client_id"], login["client_secret"], login["scope"].Split(' ')[0]));
        Assert.Single(world.Turns.Taken);
    }

    [Fact]
    public async Task A_token_is_asked_for_before_the_body_is_looked_at()
    {
        await using var world = await TeamsWorld.Start(withAppId: true);
        using var content = new StringContent("{nonsense", Encoding.UTF8, "application/json");

        using var response = await world.Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("{nonsense", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("""{"type":"message"}""", "application/json", 400)]
    [InlineData("""{"type":"message","conversation":"a"}""", "application/json", 400)]
    [InlineData("""{"type":"message","conversation":{"id":"a"}}""", "application/json", 403)]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"serviceUrl":"https://evil.example/"}""", "application/json", 403)]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"serviceUrl":"file:///etc/passwd"}""", "application/json", 403)]
    [InlineData("type=message", "application/x-www-form-urlencoded", 415)]
    public async Task A_bad_request_is_told_what_is_wrong_with_it(string body, string type, int status)
    {
        await using var world = await TeamsWorld.Start();
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var response = await world.Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains("\"message\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(world.Turns.Taken);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var world = await TeamsWorld.Start();

        Assert.Equal(413, (await world.Post(world.Message(new string('a', 300_000)))).Status);
    }

    [Theory]
    [InlineData("entities", """[1, null, {"type":"mention"}, {"type":"mention","mentioned":"x"}]""")]
    [InlineData("membersAdded", """{"id":"x"}""")]
    [InlineData("from", "7")]
    [InlineData("value", """[{"choice":1}]""")]
    [InlineData("attachments", """["x", {}]""")]
    [InlineData("locale", "\"no tag at all, this\"")]
    [InlineData("text", "\"\\ud800 cut emoji\"")]
    [InlineData("id", "null")]
    public async Task Odd_fields_do_no_harm(string field, string json)
    {
        await using var world = await TeamsWorld.Start();
        var activity = world.Message("hola");
        var raw = activity.ToJsonString();
        activity.Remove(field);
        raw = activity.ToJsonString()[..^1] + $",\"{field}\":{json}}}";
        using var content = new StringContent(raw, Encoding.UTF8, "application/json");

        using var response = await world.Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.IsType<TextSent>(Assert.Single(world.Turns.Taken).Content);
    }

    [Fact]
    public async Task What_people_write_is_in_no_log()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = _ => [new Reply("Gracias, Casimira", "es")];
        await world.Post(world.Message("me llamo Casimira"));
        await world.Connector.Next();

        Assert.DoesNotContain("Casimira", world.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("a:personal", world.Log.All, StringComparison.Ordinal);
    }
}
