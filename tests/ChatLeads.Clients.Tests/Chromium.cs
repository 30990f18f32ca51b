using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests;

/// <summary>One browser for a test class. Where there is none the tests are skipped with the reason; on CI they fail.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds: a slow machine is no fault of what is tested.</summary>
    private const int Patience = 60_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        if (Path() is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>A fresh profile.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions? options = null)
    {
        if (browser is null) Missing.Skip("no Chromium at /usr/bin/chromium; install it or set CHROMIUM to its path");
        options ??= new();
        options.ReducedMotion ??= ReducedMotion.Reduce; // What is measured or looked at stands still.
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    private static string? Path() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : Places.FirstOrDefault(File.Exists);
}

internal static class Missing
{
    /// <summary>A user's machine may lack what a test needs; CI may not.</summary>
    public static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
