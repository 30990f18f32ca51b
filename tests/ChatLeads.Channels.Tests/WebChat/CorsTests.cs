namespace ChatLeads.Channels.Tests.WebChat;

public sealed class CorsTests
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("POST", "tokens/generate", "Content-Type")]
    [InlineData("POST", "conversations", "authorization,content-type,x-ms-bot-agent,x-requested-with")]
    [InlineData("GET", "conversations/c1/activities", "authorization,x-ms-bot-agent,x-requested-with")]
    public async Task A_preflight_of_an_allowed_page_allows_what_the_official_client_sends(string method, string path, string headers)
    {
        await using var server = await WebChatServer.Start(("AllowedOrigins:0", "https://shop.example"));
        var answer = await Preflight(server, "https://shop.example", method, path, headers);
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("https://shop.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(headers, answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.Contains(method, answer.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_page_is_allowed_nothing()
    {
        await using var server = await WebChatServer.Start(("AllowedOrigins:0", "https://shop.example"));
        var answer = await Preflight(server, "https://evil.example", "POST", "conversations", "authorization");
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_allowed_page_may_read_refusals_and_Retry_After()
    {
        await using var server = await WebChatServer.Start(("AllowedOrigins:0", "https://shop.example"));
        var client = server.Client();
        client.Origin = "https://shop.example";
        var refused = await client.Post("conversations", "");
        Assert.Equal("401 MissingProperty", refused.Error);
        Assert.Equal("https://shop.example", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("Retry-After", refused.Headers.GetValues("Access-Control-Expose-Headers").Single());
    }

    private static async Task<HttpResponseMessage> Preflight(WebChatServer server, string origin, string method, string path, string headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(server.Address, $"/v3/directline/{path}"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", headers);
        return await Http.SendAsync(request);
    }
}
