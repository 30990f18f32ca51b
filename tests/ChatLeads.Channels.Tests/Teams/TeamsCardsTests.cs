using ChatLeads.Channels.Cards;
using ChatLeads.Channels.Teams;
using ChatLeads.Core.Conversations;
using CsCheck;

namespace ChatLeads.Channels.Tests.Teams;

public sealed class TeamsCardsTests
{
    private static readonly TeamsAddress Somewhere = new(new Uri("https://smba.trafficmanager.net/emea/"), "a:1");
    private readonly TeamsCards cards = new(new TeamsButtons(new byte[32]));

    [Fact]
    public void A_lead_is_an_adaptive_card_whose_buttons_execute()
    {
        var card = new Card("Ana [pincha](http://x) *ya*", "Nueva", [new CardRow("", "- uno\n# dos _tres_"), new CardRow("Contacto", "+34 612 34 09 81 · ana_ruiz@example.com")], [new Choice("La llevo yo", "claim 42")]);

        var json = cards.Card(Somewhere, new Reply("Quiere hablar con una persona.", "es") { Card = card });

        Assert.Equal(("AdaptiveCard", "1.5"), ((string?)json["type"], (string?)json["version"]));
        Assert.Equal("Quiere hablar con una persona.", (string?)json["body"]![0]!["text"]);
        Assert.Equal(@"Ana \[pincha\](http://x) \*ya\*", (string?)json["body"]![1]!["text"]);
        var facts = json["body"]![3]!["facts"]!;
        Assert.Equal("\\- uno\n\n\\# dos \\_tres\\_", (string?)facts[0]!["value"]);
        Assert.Equal(@"[+34 612 34 09 81](tel:+34612340981) · [ana\_ruiz@example.com](mailto:ana_ruiz@example.com)", (string?)facts[1]!["value"]);
        var button = json["actions"]![0]!;
        Assert.Equal(("Action.Execute", "choice", "La llevo yo", "claim 42"), ((string?)button["type"], (string?)button["verb"], (string?)button["title"], (string?)button["data"]!["choice"]));
    }

    [Fact]
    public void The_policy_that_a_question_names_can_be_tapped()
    {
        var reply = new Reply("¿Lo guardamos? Política (v3): https://nimbo.example/privacidad.", "es") { Choices = [new Choice("Sí", "consent:yes")] };

        Assert.Equal("¿Lo guardamos? Política (v3): [https://nimbo.example/privacidad](https://nimbo.example/privacidad).", (string?)cards.Card(Somewhere, reply)["body"]![0]!["text"]);
    }

    [Fact]
    public void A_picture_stands_in_the_card_with_its_words()
    {
        var message = cards.Message(Somewhere, new Reply("Así va el embudo", "es") { Picture = new Picture([1, 2, 3], "Embudo: 40 leads") });

        var image = message["attachments"]![0]!["content"]!["body"]![1]!;
        Assert.Equal(("Image", "data:image/png;base64,AQID", "Embudo: 40 leads"), ((string?)image["type"], (string?)image["url"], (string?)image["altText"]));
    }

    [Theory]
    [InlineData("llama al *jefe* [aquí](http://evil.example)")]
    [InlineData("1. uno\n2) dos\n- tres\n> cuatro\n# cinco")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}} &amp; <http://evil.example>")]
    [InlineData("`código` ~~no~~ \\ <b>negrita</b>")]
    public void Markdown_is_escaped_and_can_be_read_back_as_it_was(string words)
    {
        var inert = CardText.Inert(words);

        Assert.NotEqual(words, inert);
        Assert.Equal(words, Unescaped(inert));
    }

    [Fact]
    public void Any_words_can_be_read_back_as_they_were() =>
        Gen.Char["ab 1.-+#*_[]()<>&;{}\\`~\n"].Array[0, 30].Select(chars => new string(chars)).Sample(words => Unescaped(CardText.Inert(words)) == words);

    [Fact]
    public void Parts_say_all_that_the_whole_says_and_only_the_last_has_the_buttons()
    {
        var rows = Enumerable.Range(1, 40).Select(number => new CardRow($"{number}", $"Lead {number}")).ToList();
        var reply = new Reply("Los de hoy", "es") { Card = new Card("Leads", null, rows, [new Choice("Más", "more")]) };

        var parts = TeamsParts.Of(reply, part => part.Card!.Rows.Count <= 12).ToList();

        Assert.Equal(rows, parts.SelectMany(part => part.Card!.Rows));
        Assert.Equal(["Los de hoy", .. Enumerable.Repeat("", parts.Count - 1)], parts.Select(part => part.Text));
        Assert.All(parts.SkipLast(1), part => Assert.Empty(part.Card!.Actions));
        Assert.Single(parts[^1].Card!.Actions);
    }

    [Fact]
    public void A_text_is_cut_between_characters_at_worst()
    {
        var text = string.Concat(Enumerable.Repeat("🦷", 500));

        var parts = TeamsParts.Of(new Reply(text, "es"), part => part.Text.Length < 60).Select(part => part.Text).ToList();

        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.True(char.IsHighSurrogate(part[0]) && char.IsLowSurrogate(part[^1])));
    }

    [Fact]
    public void A_button_is_read_only_where_it_was_written_and_in_the_threads_of_that_place()
    {
        var buttons = new TeamsButtons(new byte[32]);
        var channel = new TeamsAddress(Somewhere.ServiceUrl, "19:abc@thread.tacv2");
        var button = new TeamsButton("do 42", "La llevo yo", null, null, [42]);
        var data = System.Text.Json.JsonDocument.Parse(buttons.Write(channel, button).ToJsonString()).RootElement;

        Assert.Equivalent(button, buttons.Read(channel with { ConversationId = "19:abc@thread.tacv2;messageid=17" }, data));
        Assert.Null(buttons.Read(channel with { ConversationId = "19:other@thread.tacv2" }, data));
        Assert.Null(new TeamsButtons([.. Enumerable.Repeat((byte)1, 32)]).Read(channel, data));
    }

    private static string Unescaped(string markdown) => System.Text.RegularExpressions.Regex.Replace(markdown, @"\\([!-/:-@\[-`{-~])", "$1");
}
