using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace ChatLeads.Host.Desk.Reports.Pictures;

/// <summary>
/// Writes a picture of few colours as a PNG with a palette (a byte a pixel: a third of what full colour takes, and it stays
/// in the transcript). Format: W3C PNG, third edition.
/// </summary>
internal static class IndexedPng
{
    private const int MostColors = 256;

    public static byte[] Write(SKBitmap bitmap)
    {
        var pixels = bitmap.Pixels;
        // Steps as coarse as they must be: the edges of letters have hundreds of shades that nobody tells apart.
        for (var step = 4; ; step *= 2)
        {
            var palette = new Dictionary<SKColor, byte>();
            if (Index(pixels, step, palette) is { } indices)
                return Write(bitmap.Width, bitmap.Height, palette, indices);
        }
    }

    private static byte[]? Index(SKColor[] pixels, int step, Dictionary<SKColor, byte> palette)
    {
        var indices = new byte[pixels.Length];
        for (var number = 0; number < pixels.Length; number++)
        {
            var color = new SKColor(Round(pixels[number].Red), Round(pixels[number].Green), Round(pixels[number].Blue));
            if (!palette.TryGetValue(color, out indices[number]))
            {
                if (palette.Count == MostColors)
                    return null;
                palette[color] = indices[number] = (byte)palette.Count;
            }
        }
        return indices;

        byte Round(byte value) => (byte)Math.Min(byte.MaxValue, (value + step / 2) / step * step);
    }

    private static byte[] Write(int width, int height, Dictionary<SKColor, byte> palette, byte[] indices)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3); // Eight bits a pixel, into a palette.
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. palette.OrderBy(entry => entry.Value).SelectMany(entry => new[] { entry.Key.Red, entry.Key.Green, entry.Key.Blue })]);
        Chunk(png, "IDAT"u8, Deflate(width, height, indices));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Deflate(int width, int height, byte[] indices)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
            for (var row = 0; row < height; row++)
            {
                stream.WriteByte(0); // No filter: what repeats is found without.
                stream.Write(indices, row * width, width);
            }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return crc;
    }
}
