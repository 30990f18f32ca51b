using ChatLeads.Channels.WebChat;

namespace ChatLeads.Channels.Tests.WebChat;

public sealed class TextFormatTests
{
    [Theory]
    [InlineData("Política de privacidad (v3): https://a.example/es_ES/p*q, de acuerdo.", "markdown")]
    [InlineData("Sin dirección", "plain")]
    [InlineData("*Oferta* en https://a.example", "plain")]
    [InlineData("[aquí](https://a.example)", "plain")]
    [InlineData("- https://a.example", "plain")]
    [InlineData("1. https://a.example", "plain")]
    [InlineData("Una línea\notra: https://a.example", "plain")]
    public void Only_a_text_that_markdown_leaves_as_it_is_becomes_markdown(string text, string format) =>
        Assert.Equal(format, TextFormat.Of(text));
}
