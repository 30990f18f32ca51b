using System.Net;
using System.Text.RegularExpressions;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Host.Tests.Reports;

public partial class ExportLinkTests
{
    [Fact]
    public async Task Who_asked_gets_the_table_and_nobody_else()
    {
        await using var host = await TestHost.Start();
        var (owner, marta) = (await October.Owner(host), await October.Rep(host, "Marta"));
        await host.Say(new("webchat", "ana"), "hot ana@example.com =Ana Ruiz");
        await host.Say(new("webchat", "tom"), "agree tom@example.com Tom");
        var link = await Link(host, owner, "export today's hot leads");

        using var mine = await Browser(host, owner);
        using var another = await Browser(host, marta);
        using var nobody = new HttpClient();
        var table = await mine.GetStringAsync(link);

        Assert.Contains("ana@example.com", table);
        Assert.DoesNotContain("tom@example.com", table);
        Assert.Equal(HttpStatusCode.NotFound, (await another.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(link)).StatusCode);
        await using var db = host.Database();
        Assert.Contains(db.Audit, row => row.Request == "export" && row.Leads == ",1," && row.StaffId == owner.Id);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_link_is_dead()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await host.Say(new("webchat", "ana"), "hot ana@example.com Ana Ruiz");
        var link = await Link(host, owner, "export today's hot leads");
        using var mine = await Browser(host, owner);

        host.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync(link)).StatusCode);
    }

    private static async Task<string> Link(TestHost host, Staff person, string ask) => Url().Match((await October.Ask(host, person, ask)).Text).Value;

    /// <summary>Signed in at the desk.</summary>
    private static async Task<HttpClient> Browser(TestHost host, Staff person)
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        var code = await host.App.Services.GetRequiredService<SignIn>().NewCode(person.Id);
        (await browser.GetAsync($"{host.App.Urls.First()}/desk?code={code}")).EnsureSuccessStatusCode();
        return browser;
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Url();
}
