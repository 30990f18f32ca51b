using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Desk;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Channels.Tests.WebChat;

public sealed class TokenTests
{
    [Fact]
    public async Task A_visitor_gets_a_token_for_half_an_hour_and_renews_it()
    {
        await using var server = await WebChatServer.Start();
        var client = server.Client();
        var first = await client.Generate();
        Assert.Equal((200, 1800), (first.Status, first.Body.GetProperty("expires_in").GetInt32()));
        await client.Begin();
        server.Time.Advance(TimeSpan.FromMinutes(29));
        var renewed = await client.Post("tokens/refresh", "");
        Assert.Equal((200, client.Id), (renewed.Status, renewed.Text("conversationId")));
        server.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("403 TokenExpired", (await client.Activities()).Error);
        client.Token = renewed.Text("token");
        Assert.Equal(200, (await client.Activities()).Status);
    }

    [Fact]
    public async Task An_expired_token_is_not_renewed()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        server.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("403 TokenExpired", (await client.Post("tokens/refresh", "")).Error);
        Assert.Equal("403 TokenExpired", (await client.Say("hola")).Error);
    }

    [Fact]
    public async Task No_token_is_401_and_one_that_is_not_ours_is_403()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        var good = client.Token!;
        client.Token = null;
        Assert.Equal("401 MissingProperty", (await client.Activities()).Error);
        var identity = new WebChatIdentity(new(WebChatIdentity.VisitorChannel, client.Id));
        var parts = good.Split('.');
        string[] foreign =
        [
            "x", "a.b.c", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}",
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            new WebChatTokens([.. Enumerable.Repeat((byte)8, 32)], server.Time).Issue(identity),
        ];
        foreach (var token in foreign)
        {
            client.Token = token;
            Assert.Equal("403 NotAllowed", (await client.Activities()).Error);
        }
    }

    [Fact]
    public async Task Pages_of_other_origins_get_no_token_unless_listed()
    {
        await using var closed = await WebChatServer.Start();
        await using var listed = await WebChatServer.Start(("AllowedOrigins:0", "https://shop.example"));
        async Task<int> Ask(WebChatServer server, string origin)
        {
            var client = server.Client();
            client.Origin = origin;
            return (await client.Generate()).Status;
        }
        Assert.Equal(200, await Ask(closed, closed.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(200, await Ask(closed, "http://localhost:3000"));
        Assert.Equal(403, await Ask(closed, "https://shop.example"));
        Assert.Equal(403, await Ask(closed, "https://localhost.evil.example"));
        Assert.Equal(403, await Ask(closed, "null"));
        Assert.Equal(403, await Ask(closed, "file://"));
        Assert.Equal(200, await Ask(listed, "https://shop.example"));
        Assert.Equal(403, await Ask(listed, "https://shop.example.evil.example"));
    }

    [Fact]
    public async Task A_back_end_with_the_secret_vouches_for_its_user_and_a_visitor_cannot()
    {
        await using var server = await WebChatServer.Start(("Secret", "a-secret-of-enough-length"));
        var backEnd = server.Client();
        backEnd.Origin = "https://anywhere.example";
        backEnd.Token = "a-secret-of-enough-length";
        Assert.Equal(200, (await backEnd.Generate("""{"user":{"id":"dl_ana"}}""")).Status);
        await backEnd.Begin();
        var visitor = server.Client();
        await visitor.Generate("""{"user":{"id":"dl_ana"}}""");
        await visitor.Begin();
        Assert.Equal(["dl_ana", visitor.Id], server.Pipeline.Taken.Select(i => i.UserId));
        var wrong = server.Client();
        wrong.Token = "a-secret-of-other-length";
        Assert.Equal("403 NotAllowed", (await wrong.Generate()).Error);
    }

    [Fact]
    public async Task A_token_with_trusted_origins_serves_only_those()
    {
        await using var server = await WebChatServer.Start(("Secret", "a-secret-of-enough-length"));
        var client = server.Client();
        client.Token = "a-secret-of-enough-length";
        await client.Generate("""{"user":{"id":"u"},"trustedOrigins":["https://shop.example/"]}""");
        client.Origin = "https://shop.example";
        await client.Begin();
        client.Origin = "http://localhost:3000";
        Assert.Equal("403 NotAllowed", (await client.Activities()).Error);
    }

    [Theory]
    [InlineData("""{"user":{"id":""}}""")]
    [InlineData("""{"user":{"id":7}}""")]
    [InlineData("""{"trustedOrigins":"https://shop.example"}""")]
    [InlineData("""{"trustedOrigins":["shop.example"]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_malformed_request_for_a_token_is_400(string body)
    {
        await using var server = await WebChatServer.Start();
        Assert.Equal("400 MalformedData", (await server.Client().Generate(body)).Error);
    }

    [Fact]
    public async Task A_desk_token_makes_its_bearer_staff_until_they_leave()
    {
        await using var server = await WebChatServer.Start();
        var marta = new Staff(3, "Marta", Role.Rep, "es");
        server.Staff.Add(marta);
        var client = server.Client();
        client.Token = server.Tokens.Issue(WebChatIdentity.ForStaff(marta.Id));
        await client.Begin();
        await client.Say("leads calientes de hoy");
        Assert.All(server.Pipeline.Taken, i => Assert.Equal((marta, "staff-3", "desk"), (i.Staff, i.UserId, i.Conversation.Channel)));
        server.Staff.Clear();
        Assert.Equal("403 NotAllowed", (await client.Say("y ayer?")).Error);
    }

    [Fact]
    public async Task What_is_issued_is_what_is_validated()
    {
        var tokens = new WebChatTokens([.. Enumerable.Repeat((byte)1, 32)], new FakeTimeProvider());
        var identity = new WebChatIdentity(new("desk", "c"), "u") { Vouched = true, StaffId = 5, Session = "s" };
        var check = Assert.IsType<TokenCheck.Valid>(await tokens.Validate(tokens.Issue(identity)));
        Assert.Equal(identity, check.Identity with { TrustedOrigins = identity.TrustedOrigins });
        Assert.Throws<ArgumentException>(() => new WebChatTokens(new byte[31], new FakeTimeProvider()));
    }
}
