using System.IO.Compression;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>What a visitor's browser fetches, gzipped as it travels.</summary>
public sealed class WidgetSizeTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int MostBeforeOpening = 6 * 1024;
    private const int MostInAll = 25 * 1024;

    [Fact]
    public async Task The_launcher_is_at_most_6_KB_and_the_whole_widget_at_most_25()
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext();
        var page = await context.NewPageAsync();
        var fetched = new List<(string Path, Task<byte[]> Body)>();
        page.Response += (_, response) => Note(fetched, response);

        await page.GotoAsync(server.Page());
        var widget = new WidgetPage(page);
        await widget.Launcher.WaitForAsync();
        var before = await Sum("before opening", fetched);
        await widget.Open();
        foreach (var text in new[] { "card", "picture", "buttons" }) await widget.Say(text);
        await widget.Heard("¿De acuerdo?");
        var all = await Sum("in all", fetched);

        Assert.InRange(before, 1, MostBeforeOpening);
        Assert.InRange(all, before + 1, MostInAll);
    }

    private static void Note(List<(string, Task<byte[]>)> fetched, IResponse response)
    {
        var path = new Uri(response.Url).AbsolutePath;
        if (path.StartsWith("/chat", StringComparison.Ordinal)) fetched.Add((path, response.BodyAsync()));
    }

    private async Task<int> Sum(string title, List<(string Path, Task<byte[]> Body)> fetched)
    {
        var sizes = await Task.WhenAll(fetched.ToList().Select(async f => (f.Path, Size: Gzipped(await f.Body))));
        var sum = sizes.Sum(s => s.Size);
        output.WriteLine($"{title}: {sum} bytes gzipped ({string.Join(", ", sizes.Select(s => $"{s.Path} {s.Size}"))})");
        return sum;
    }

    private static int Gzipped(byte[] body)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return (int)stream.Length;
    }
}
