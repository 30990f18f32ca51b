namespace ChatLeads.Channels.Tests.WebChat;

public sealed class ConversationTests
{
    [Fact]
    public async Task Starting_is_201_with_a_greeting_and_again_is_200_without_a_second_one()
    {
        await using var server = await WebChatServer.Start();
        var client = server.Client();
        var first = await client.Begin("""{"user":{"id":"r_7"},"locale":"es-MX"}""");
        var again = await client.Begin();
        Assert.Equal((201, 200), (first.Status, again.Status));
        Assert.Equal(first.Text("conversationId"), again.Text("conversationId"));
        Assert.StartsWith($"ws://{server.Address.Authority}/v3/directline/conversations/{client.Id}/stream?", client.StreamUrl, StringComparison.Ordinal);
        Assert.Equal([FakePipeline.Greeting.Text], (await client.Activities()).Texts);
        Assert.Equal("es-MX", Assert.Single(server.Pipeline.Taken).Locale);
    }

    [Fact]
    public async Task A_token_reaches_its_own_conversation_alone()
    {
        await using var server = await WebChatServer.Start();
        var (ana, eve) = (await server.Visitor(), await server.Visitor());
        eve.Id = ana.Id;
        Assert.Equal("403 NotAllowed", (await eve.Activities()).Error);
        Assert.Equal("403 NotAllowed", (await eve.Say("hola")).Error);
        Assert.Equal("403 NotAllowed", (await eve.Call(HttpMethod.Get, $"conversations/{ana.Id}")).Error);
        Assert.Equal("403 NotAllowed", (await eve.Post($"conversations/{ana.Id}/upload", "")).Error);
    }

    [Fact]
    public async Task A_user_id_that_a_visitor_picks_reaches_nobody_else()
    {
        await using var server = await WebChatServer.Start();
        var ana = server.Client();
        await ana.Generate("""{"user":{"id":"dl_ana"}}""");
        await ana.Begin();
        await ana.Say("un secreto");
        var eve = server.Client();
        await eve.Generate("""{"user":{"id":"dl_ana"}}""");
        await eve.Begin();
        Assert.NotEqual(ana.Id, eve.Id);
        Assert.DoesNotContain("un secreto", (await eve.Activities()).Texts);
        Assert.Equal(2, server.Pipeline.Taken.Select(i => i.UserId).Distinct().Count());
    }

    [Fact]
    public async Task A_conversation_that_was_not_started_is_404()
    {
        await using var server = await WebChatServer.Start();
        var client = server.Client();
        await client.Generate();
        Assert.Equal("404 NotFound", (await client.Activities()).Error);
        Assert.Equal("404 NotFound", (await client.Say("hola")).Error);
        Assert.Equal("404 NotFound", (await client.Send(new { type = "typing" })).Error);
        Assert.Equal("404 NotFound", (await client.Call(HttpMethod.Get, $"conversations/{client.Id}")).Error);
    }

    [Theory]
    [InlineData("GET", "nothing")]
    [InlineData("GET", "")]
    [InlineData("DELETE", "conversations")]
    [InlineData("GET", "tokens/generate")]
    public async Task An_operation_that_does_not_exist_is_404(string method, string path)
    {
        await using var server = await WebChatServer.Start();
        Assert.Equal("404 NotFound", (await server.Client().Call(new HttpMethod(method), path)).Error);
    }

    [Fact]
    public async Task Too_many_conversations_from_one_address_are_429_with_Retry_After()
    {
        await using var server = await WebChatServer.Start(("ConversationsPerMinute", "2"));
        Assert.Equal(200, (await server.Client().Generate()).Status);
        Assert.Equal(200, (await server.Client().Generate()).Status);
        var refused = await server.Client().Generate();
        Assert.Equal("429 TooManyRequests", refused.Error);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }
}
