using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Desk;

/// <summary>With the true server.</summary>
public sealed class DeskSignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_link_signs_in_once_and_leaves_no_code_in_the_address()
    {
        await using var host = await RealHost.Start("--ChatLeads:OwnerName", "Marta", "--ChatLeads:OwnerLanguage", "es");
        await using var context = await chromium.NewContext(new() { Locale = "es" });
        var page = await context.NewPageAsync();
        var link = await host.DeskLink();

        await page.GotoAsync(link);
        await page.GetByText("Hola, Marta.").WaitForAsync();
        await Assertions.Expect(page.Locator(".brand")).ToContainTextAsync("Marta · Responsable");
        Assert.Equal(host.Url + "desk", page.Url);

        await using var other = await chromium.NewContext(new() { Locale = "es" });
        var late = await other.NewPageAsync();
        await late.GotoAsync(link);
        await late.GetByText("Ese enlace ya se ha usado o ha caducado.").WaitForAsync();
    }

    [Fact]
    public async Task Signing_out_ends_it_and_the_page_says_how_to_return()
    {
        await using var host = await RealHost.Start("--ChatLeads:OwnerLanguage", "en");
        await using var context = await chromium.NewContext(new() { Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(await host.DeskLink());
        await page.GetByText("Settings").ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to the sales desk" }).WaitForAsync();
        await page.ReloadAsync();

        await page.GetByText("link that works once").WaitForAsync();
        Assert.Contains("frame-ancestors", (await page.ReloadAsync())!.Headers["content-security-policy"]);
    }
}
