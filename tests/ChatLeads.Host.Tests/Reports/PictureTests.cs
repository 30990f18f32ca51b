using System.Buffers.Binary;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Host.Tests.Reports;

public class PictureTests
{
    private const int Most = 60 * 1024;

    [Theory]
    [InlineData("funnel for October", "Funnel · October 2026")]
    [InlineData("funnel for October by source", "google 50")]
    [InlineData("funnel this year", "Customers 3")]
    [InlineData("cpl by source in October", "no cost entered")]
    public async Task Figures_come_with_a_small_png_that_says_in_words_what_it_shows(string ask, string said)
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);

        var picture = (await October.Ask(host, owner, ask)).Picture!;

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], picture.Png[..8]);
        Assert.InRange(picture.Png.Length, 2_000, Most);
        Assert.Equal(945, BinaryPrimitives.ReadInt32BigEndian(picture.Png.AsSpan(16)));
        Assert.StartsWith("Bar chart.", picture.AltText, StringComparison.Ordinal);
        Assert.Contains(said, picture.AltText);
        Assert.True(Inked(picture) > 0.01, "It is blank.");
    }

    [Fact]
    public async Task The_same_figures_give_the_same_bytes()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);

        var first = (await October.Ask(host, owner, "funnel for October")).Picture!;
        var second = (await October.Ask(host, owner, "funnel for October")).Picture!;

        Assert.Equal(first.Png, second.Png);
    }

    [Fact]
    public async Task The_words_on_it_are_written_in_the_font_that_travels_along()
    {
        await using var host = await TestHost.Start();
        var owner = await October.Owner(host);
        await October.Fill(host);
        using var bitmap = SkiaSharp.SKBitmap.Decode((await October.Ask(host, owner, "funnel for October")).Picture!.Png);

        // The title's line: letters are neither missing nor a row of boxes, which would ink its whole height alike.
        var inked = Enumerable.Range(40, 56).Select(y => Enumerable.Range(40, 600).Count(x => bitmap.GetPixel(x, y).Red < 128)).ToList();
        Assert.InRange(inked.Max(), 40, 400);
        Assert.True(inked.Distinct().Count() > 10);
    }

    /// <summary>Which part of it is not white.</summary>
    private static double Inked(Picture picture)
    {
        using var bitmap = SkiaSharp.SKBitmap.Decode(picture.Png);
        var pixels = bitmap.Pixels;
        return (double)pixels.Count(pixel => pixel.Red < 250) / pixels.Length;
    }
}
