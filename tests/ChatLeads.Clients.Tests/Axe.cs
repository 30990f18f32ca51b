using System.Text.Json;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests;

/// <summary>axe-core, the accessibility checker, from npm.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() => File.ReadAllText(NpmPackages.File("axe-core/axe.min.js")));

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
}
