using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests;

/// <summary>axe-core, the accessibility checker, from npm.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(Load);

    /// <summary>The violations on the page as it is, one line each. Includes shadow roots.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await page.EvaluateAsync(Source.Value);
        var result = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return [.. result.GetProperty("violations").EnumerateArray().Select(Line)];
    }

    private static string Line(JsonElement violation)
    {
        var nodes = violation.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("target").ToString() + " " + n.GetProperty("failureSummary"));
        return $"{violation.GetProperty("id")}: {string.Join("; ", nodes)}";
    }

    private static string Load()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "axe", "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script)) Install(Path.Combine(AppContext.BaseDirectory, "axe"));
        if (!File.Exists(script)) Missing.Skip("axe-core could not be installed with npm");
        return File.ReadAllText(script);
    }

    private static void Install(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", "install axe-core@4.14.1 --prefix . --no-package-lock --no-audit --no-fund") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true });
            npm?.WaitForExit(TimeSpan.FromMinutes(2));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing.Skip("npm is not installed");
        }
    }
}
