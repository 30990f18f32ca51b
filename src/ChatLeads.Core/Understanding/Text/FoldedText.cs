using System.Globalization;
using System.Text;

namespace ChatLeads.Core.Understanding;

/// <summary>
/// A message in one plain form for matching: compatibility forms unfolded, accents and case dropped, invisible
/// characters gone. Each character still knows where in the original it stood.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>UTF-16 units that are read; what comes after is no chat message any more.</summary>
    public const int Limit = 2000;

    private static readonly string[] Latin = BuildLatin();

    /// <summary>How many more characters a text may unfold to; what is beyond is not read.</summary>
    private const int MostUnfolded = 64;

    private readonly int read;
    private char[] chars;

    /// <summary>Null as long as each character stands where it stood, as in most texts.</summary>
    private int[]? starts;

    private FoldedText(string original, int read) => (Original, this.read, chars) = (original, read, new char[read]);

    public string Original { get; }
    public int Length { get; private set; }
    public char this[int index] => chars[index];
    public ReadOnlySpan<char> Span => chars.AsSpan(0, Length);

    /// <summary>Where the folded character stands in the original.</summary>
    public int OriginalStart(int index) => starts is null ? index : starts[index];

    /// <summary>The original index after the folded character.</summary>
    public int OriginalEnd(int index)
    {
        var start = OriginalStart(index);
        var next = start + (char.IsHighSurrogate(Original[start]) ? 2 : 1);
        while (next < Original.Length && char.GetUnicodeCategory(Original[next]) == UnicodeCategory.NonSpacingMark)
            next++;
        return Math.Min(next, Original.Length);
    }

    /// <summary>A word as the lexicon keeps it.</summary>
    public static string Fold(string text) => new(Of(text).Span);

    public static FoldedText Of(string original)
    {
        var read = Math.Min(original.Length, Limit);
        var folded = new FoldedText(original, read);
        for (var i = 0; i < read;)
        {
            var status = Rune.DecodeFromUtf16(original.AsSpan(i, read - i), out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done)
                folded.Add(' ', i);
            else if (rune.IsAscii)
                folded.Add(char.ToLowerInvariant((char)rune.Value), i);
            else
                folded.AddUnfolded(rune, i);
            i += length;
        }
        return folded;
    }

    private void AddUnfolded(Rune rune, int start)
    {
        if (rune.Value < Latin.Length)
            Add(Latin[rune.Value], start);
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            Add(Unfold(rune), start);
    }

    private void Add(string text, int start)
    {
        foreach (var c in text)
            Add(c, start);
    }

    private void Add(char c, int start)
    {
        if (starts is null && start != Length)
            MoveApart();
        if (Length == chars.Length)
            return;
        chars[Length] = c;
        if (starts is not null)
            starts[Length] = start;
        Length++;
    }

    /// <summary>From here on characters stand elsewhere than they stood, and may be more.</summary>
    private void MoveApart()
    {
        Array.Resize(ref chars, read + MostUnfolded);
        starts = new int[chars.Length];
        for (var i = 0; i < Length; i++)
            starts[i] = i;
    }

    private static string[] BuildLatin()
    {
        var table = new string[0x250];
        for (var value = 0; value < table.Length; value++)
            table[value] = Rune.GetUnicodeCategory(new Rune(value)) == UnicodeCategory.Format ? "" : Unfold(new Rune(value));
        return table;
    }

    private static string Unfold(Rune rune)
    {
        if (Plain(rune.Value) is { } plain)
            return plain;
        // Noncharacters are no text, and cannot be normalised.
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned)
            return " ";
        var builder = new StringBuilder();
        foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                builder.Append(char.ToLowerInvariant(c));
        }
        return builder.ToString();
    }

    /// <summary>Typographic marks that NFKD leaves apart from the key that people mean.</summary>
    private static string? Plain(int value) => value switch
    {
        0x2018 or 0x2019 or 0x00B4 or 0x2032 or 0x02BC => "'",
        0x201C or 0x201D or 0x00AB or 0x00BB => "\"",
        >= 0x2010 and <= 0x2015 or 0x2212 => "-",
        0x00BA or 0x00AA => "",
        0x20AC => "€",
        _ => null,
    };
}
