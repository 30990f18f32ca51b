using ChatLeads.Channels.Telegram;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using CsCheck;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class RichTextTests
{
    private static readonly string[] All =
    [
        "Hola. ", "¿Qué tal? ", "precio", " ", "\n", "🙂", "👩‍👩‍👧", "é", "<b>", "&amp;", "3.000 €", "Ana", "https://x.es/a?b=c ", "…",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, All.Length - 1].Select(index => All[index]);

    [Fact]
    public void Parts_fit_hold_every_word_and_are_valid_html() =>
        Pieces.Array[1, 120].Select(Gen.Int[12, 60], Gen.Int[0, 60]).Sample((pieces, limit, bold) =>
        {
            var text = string.Concat(pieces);
            var rich = RichText.Empty.Strong(text[..Math.Min(bold, text.Length)]).Plain(text[Math.Min(bold, text.Length)..]);
            var shown = rich.Split(limit, limit).Select(part => HtmlCheck.Parse(part.ToHtml()).Text).ToList();
            Assert.All(shown, part => Assert.InRange(part.Length, 1, limit));
            Assert.Equal(Letters(text), Letters(string.Concat(shown)));
            Assert.All(shown, part => Assert.False(char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1])));
        });

    [Fact]
    public void A_long_text_is_cut_after_a_sentence()
    {
        var parts = RichText.Empty.Plain("Uno dos tres. Cuatro cinco. Seis siete ocho nueve").Split(30, 30);
        Assert.Equal(["Uno dos tres. Cuatro cinco.", "Seis siete ocho nueve"], parts.Select(part => part.Text));
    }

    [Theory]
    [InlineData("palabra palabra https://ejemplo.es/una/ruta/larga fin", "https://ejemplo.es/una/ruta/larga")]
    [InlineData("palabra palabra pal +34 612 340 981 y ya está todo", "+34 612 340 981")]
    [InlineData("sinespaciossinespaciossines¿https://ejemplo.es/una", "https://ejemplo.es/una")]
    [InlineData("palabra palabra palabra pa ana.ruiz@clinica.example fin", "ana.ruiz@clinica.example")]
    public void What_can_be_tapped_is_not_cut(string text, string whole) =>
        Assert.Contains(RichText.Empty.Plain(text).Split(33, 33), part => part.Text.Contains(whole, StringComparison.Ordinal));

    [Fact]
    public void A_bold_stretch_is_not_cut_when_it_fits_into_a_part()
    {
        var rich = RichText.Empty.Plain("Una frase. Otra ").Strong("en negrita. Sigue").Plain(" igual.");
        Assert.Contains(rich.Split(25, 25), part => part.ToHtml().Contains("<b>en negrita. Sigue</b>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_family_emoji_is_not_taken_apart()
    {
        var parts = RichText.Empty.Plain(new string('x', 9) + "👩‍👩‍👧‍👦").Split(12, 12);
        Assert.Equal("👩‍👩‍👧‍👦", parts[1].Text);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
