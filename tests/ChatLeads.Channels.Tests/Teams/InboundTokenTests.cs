using System.Security.Cryptography;
using ChatLeads.Channels.Teams;
using Microsoft.Extensions.Time.Testing;

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

        Assert.NotNull(await Tokens(connector).Refuse(header, "msteams", Service, default));
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
        var none = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

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

        Assert.Null(await tokens.Refuse(header, "msteams", Service, default));
        connector.KeysAreDown = true;

        Assert.Null(await tokens.Refuse(header, "msteams", Service, default));
        Assert.Equal(1, connector.KeyFetches);
    }

    [Fact]
    public async Task With_no_keys_at_all_nothing_passes()
    {
        await using var connector = await ConnectorDouble.Start();
        connector.KeysAreDown = true;

        Assert.Equal("the key server cannot be reached", await Refuse(connector, connector.Token(AppId, Service, Now)));
    }

    private static Task<string?> Refuse(ConnectorDouble connector, string token, string channel = "msteams", string service = Service) =>
        Tokens(connector).Refuse("Bearer " + token, channel, service, default);

    private static InboundTokens Tokens(ConnectorDouble connector)
    {
        var options = new TeamsOptions { AppId = AppId, OpenIdMetadata = new Uri(connector.Url, "openid") };
        return new InboundTokens(options, new ServiceHosts(options), new FakeTimeProvider(Now), new HttpClient());
    }
}
