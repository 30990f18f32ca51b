using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatLeads.Channels.Teams;

namespace ChatLeads.Channels.Tests.Teams;

public sealed class TeamsSettingsTests
{
    private const string Id = TeamsWorld.AppId;

    [Fact]
    public void Nothing_set_is_the_channel_off()
    {
        Assert.Empty(Problems(new TeamsOptions()));
        Assert.False(new TeamsOptions().IsOn);
    }

    [Theory]
    [InlineData("TenantId", null, Id, null, null)]
    [InlineData("ClientSecret", null, null, "s3cret", null)]
    [InlineData("CertificatePath", null, null, null, "bot.pfx")]
    [InlineData("AppId", "my-bot", Id, "s3cret", null)]
    [InlineData("TenantId", Id, null, "s3cret", null)]
    [InlineData("TenantId", Id, "common", "s3cret", null)]
    [InlineData("ClientSecret", Id, Id, null, null)]
    [InlineData("ClientSecret", Id, Id, "s3cret", "bot.pfx")]
    [InlineData("CertificatePath", Id, Id, null, "nowhere/bot.pfx")]
    public void What_is_wrong_is_told_by_its_name_and_without_the_secret(string setting, string? app, string? tenant, string? secret, string? certificate)
    {
        var problem = Assert.Single(Problems(new TeamsOptions { AppId = app, TenantId = tenant, ClientSecret = secret, CertificatePath = certificate }));

        Assert.Contains($"ChatLeads:Teams:{setting}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    public void A_certificate_with_its_key_signs_in(string kind)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("chatleads-").FullName, $"bot.{kind}");
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        if (kind == "pfx")
            File.WriteAllBytes(file, made.Export(X509ContentType.Pfx));
        else
            File.WriteAllText(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        var options = new TeamsOptions { AppId = Id, TenantId = Id, CertificatePath = file };

        Assert.Empty(Problems(options));
        Assert.NotNull(new OutboundTokens(options));
        File.WriteAllText(file, "rubbish");
        Assert.Contains("CertificatePath", Assert.Single(Problems(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://europe.smba.trafficmanager.net/", true)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilsmba.trafficmanager.net/", false)]
    [InlineData("http://localhost:56150/_connector", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData(null, false)]
    public void With_an_app_id_only_listed_hosts_are_answered(string? url, bool allowed) =>
        Assert.Equal(allowed, new ServiceHosts(new TeamsOptions { AppId = Id }).Allows(url));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:1/", true)]
    [InlineData("http://[::1]:1/", true)]
    [InlineData("http://192.0.2.1/", false)]
    [InlineData("https://evil.example/", false)]
    public void Without_one_this_machine_is_answered_too(string url, bool allowed) =>
        Assert.Equal(allowed, new ServiceHosts(new TeamsOptions { Enabled = true }).Allows(url));

    [Fact]
    public void A_list_of_hosts_takes_the_place_of_Microsofts_and_a_wrong_entry_is_told()
    {
        var options = new TeamsOptions { AppId = Id, TenantId = Id, ClientSecret = "x" };
        options.ServiceUrls.Add("smba.infra.gov.example");
        options.ServiceUrls.Add("http://10.0.0.7:3978/");
        var hosts = new ServiceHosts(options);

        Assert.True(hosts.Allows("https://smba.infra.gov.example/x/"));
        Assert.True(hosts.Allows("http://10.0.0.7:3978/"));
        Assert.False(hosts.Allows("https://smba.trafficmanager.net/"));
        Assert.Empty(Problems(options));
        options.ServiceUrls.Add("not a host");
        Assert.Contains("ChatLeads:Teams:ServiceUrls", Assert.Single(Problems(options)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Problems(TeamsOptions options) => new TeamsOptionsCheck().Validate(null, options).Failures ?? [];
}
