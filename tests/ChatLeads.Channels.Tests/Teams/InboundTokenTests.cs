using System.Security.Cryptography;
using ChatLeads.Channels.Teams;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>Who may speak to the bot's messaging endpoint: each check on its own, denied by default.</summary>
public class InboundTokenTests
{
    private const string AppId = "6e0ff0f1-0000-4000-8000-000000000001", Service = "https://smba.trafficmanager.net/emea/";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_token_of_the_connector_for_this_bot_passes()
    {
        await using var connector = await ConnectorDouble.Start();

        Assert.Null(await Refuse(connector, connector.Token(AppId, Service, Now)));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("basic", "Basic dXNlcjpwYXNz")]
    [InlineData("rubbish", "Bearer rubbish")]
    public async Task Without_a_readable_bearer_token_it_is_refused(string _, string? header)
    {
        await using var connector = await ConnectorDouble.Start();

        Assert.NotNull(await Refuse(Tokens(connector), header));
    }

    [Fact]
    public async Task Each_wrong_part_is_refused_by_itself()
    {
        await using var connector = await ConnectorDouble.Start();
        using var stranger = RSA.Create(2048);

        Assert.NotNull(await Refuse(connector, connector.Token(AppId, Service, Now, issuer: "https://evil.example")));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, Service, Now, signedBy: stranger)));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, Service, Now, kid: "unknown")));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, Service, Now, algorithm: "PS256")));
        Assert.NotNull(await Refuse(connector, connector.Token("another-app", Service, Now)));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, null, Now)));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, "https://smba.trafficmanager.net/amer/", Now)));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, Service, Now), channel: ""));
        Assert.NotNull(await Refuse(connector, connector.Token(AppId, Service, Now), channel: "webchat"));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        await using var connector = await ConnectorDouble.Start();
        var signed = connector.Token(AppId, Service, Now).Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        Assert.NotNull(await Refuse(connector, $"{none}.{signed[1]}."));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(66, false)]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    public async Task Five_minutes_of_clock_skew_are_forgiven(int minutesOld, bool passes)
    {
        await using var connector = await ConnectorDouble.Start();

        var refusal = await Refuse(connector, connector.Token(AppId, Service, Now, age: TimeSpan.FromMinutes(minutesOld)));

        Assert.Equal(passes, refusal is null);
    }

    [Fact]
    public async Task A_service_host_that_is_not_on_the_list_is_refused_even_with_a_good_token()
    {
        await using var connector = await ConnectorDouble.Start();
        const string evil = "https://smba.trafficmanager.net.evil.example/";

        Assert.NotNull(await Refuse(connector, connector.Token(AppId, evil, Now), service: evil));
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_kept_while_the_key_server_is_down()
    {
        await using var connector = await ConnectorDouble.Start();
        var tokens = Tokens(connector);
        var header = "Bearer " + connector.Token(AppId, Service, Now);

        Assert.Null(await Refuse(tokens, header));
        connector.KeysAreDown = true;

        Assert.Null(await Refuse(tokens, header));
        Assert.Equal(1, connector.KeyFetches);
    }

    [Fact]
    public async Task With_no_keys_at_all_nothing_passes()
    {
        await using var connector = await ConnectorDouble.Start();
        connector.KeysAreDown = true;

        Assert.Equal(503, (await Refuse(connector, connector.Token(AppId, Service, Now)))?.Status);
    }

    [Fact]
    public async Task A_new_key_is_found_when_a_token_names_it()
    {
        await using var connector = await ConnectorDouble.Start();
        var tokens = Tokens(connector);
        Assert.Null(await Refuse(tokens, "Bearer " + connector.Token(AppId, Service, Now)));
        connector.RotateKey("key-2");
        var header = "Bearer " + connector.Token(AppId, Service, Now);

        // Keys may be fetched beside the request that asked for them: the connector tries again, too.
        for (var tries = 0; await Refuse(tokens, header) is not null; tries++)
        {
            Assert.True(tries < 300, "the new key is not found");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal(2, connector.KeyFetches);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task The_stronger_algorithms_pass_too(string algorithm)
    {
        await using var connector = await ConnectorDouble.Start();

        Assert.Null(await Refuse(connector, connector.Token(AppId, Service, Now, algorithm: algorithm)));
    }

    private static Task<Refusal?> Refuse(ConnectorDouble connector, string token, string? channel = "msteams", string service = Service) =>
        Refuse(Tokens(connector), "Bearer " + token, channel, service);

    private static async Task<Refusal?> Refuse(InboundTokens tokens, string? header, string? channel = "msteams", string service = Service)
    {
        var (token, refusal) = await tokens.Authenticate(header, default);
        Assert.True(token is null != refusal is null);
        return refusal ?? tokens.Refuse(token!, channel, service);
    }

    private static InboundTokens Tokens(ConnectorDouble connector)
    {
        var options = new TeamsOptions { AppId = AppId, OpenIdMetadata = new Uri(connector.Url, "openid") };
        return new InboundTokens(options, new ServiceHosts(options), new FakeTimeProvider(Now), new HttpClient());
    }
}
