using System.Text;
using System.Text.Json;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Tests.WebChat;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_message_is_echoed_with_the_clients_id_and_the_tokens_user_and_then_answered()
    {
        await using var server = await WebChatServer.Start();
        var client = server.Client();
        await client.Generate("""{"user":{"id":"dl_1"}}""");
        await client.Begin();
        var posted = await client.Say("hola", "client-7");
        var news = await client.Activities("1");
        Assert.Equal(["hola", "Has dicho: hola"], news.Texts);
        var (echo, reply) = (news.Activities[0], news.Activities[1]);
        Assert.Equal(posted.Text("id"), echo.GetProperty("id").GetString());
        Assert.Equal($"{client.Id}|0000002", posted.Text("id"));
        Assert.Equal("client-7", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("""{"id":"dl_1","role":"user"}""", echo.GetProperty("from").GetRawText());
        Assert.Equal("bot", reply.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal(posted.Text("id"), reply.GetProperty("replyToId").GetString());
        Assert.Equal("3", news.Text("watermark"));
        Assert.Empty((await client.Activities("3")).Activities);
    }

    [Fact]
    public async Task The_bots_messages_say_where_the_dialog_stands()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        await client.Say("hola");
        var all = (await client.Activities()).Activities;
        Assert.Equal(("es", "expectingInput", "consent"), (Text(all[0], "locale"), Text(all[0], "inputHint"), Text(all[0].GetProperty("channelData"), "asking")));
        Assert.Equal(
            """{"actions":[{"type":"imBack","title":"S\u00ED, de acuerdo","value":"yes"},{"type":"imBack","title":"No, gracias","value":"no"}]}""",
            all[0].GetProperty("suggestedActions").GetRawText());
        Assert.Equal("acceptingInput", Text(all[2], "inputHint"));
        Assert.Equal(JsonValueKind.Null, all[2].GetProperty("channelData").GetProperty("asking").ValueKind);
        Assert.False(all[2].TryGetProperty("suggestedActions", out _));
    }

    [Fact]
    public async Task The_same_message_sent_again_after_a_lost_line_stands_once()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        var (first, again) = (await client.Say("hola", "same"), await client.Say("hola", "same"));
        Assert.Equal((200, first.Text("id")), (again.Status, again.Text("id")));
        Assert.Equal(3, (await client.Activities()).Activities.Count);
        await client.Say("hola", "other");
        Assert.Equal(5, (await client.Activities()).Activities.Count);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData(" sí, de acuerdo ")]
    public async Task A_text_that_equals_a_choice_is_that_button(string text)
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        await client.Say(text);
        Assert.Equal(new ChoicePressed("yes", "Sí, de acuerdo", Field.Consent), server.Pipeline.Taken.Last().Content);
        await client.Say(text, "c2");
        Assert.Equal(new TextSent(text), server.Pipeline.Taken.Last().Content);
    }

    [Fact]
    public async Task A_cards_button_stays_a_button_when_other_things_were_said_since()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        var card = new Card("Ana Ruiz", "86/100", [new CardRow("Plazo", "+25")], [new Choice("La llevo yo", "claim 42")]);
        server.Pipeline.Say(server.Pipeline.Taken.Last().Conversation, new Reply("Ana Ruiz, 86/100", "es") { Card = card, Picture = new Picture([1, 2, 3], "Embudo") });
        await client.Say("un momento");
        var attachments = (await client.Activities("1")).Activities[0].GetProperty("attachments");
        Assert.Equal("application/vnd.microsoft.card.adaptive", Text(attachments[0], "contentType"));
        var content = attachments[0].GetProperty("content");
        Assert.Equal("1.5", Text(content, "version"));
        Assert.Equal("""[{"title":"Plazo","value":"\u002B25"}]""", content.GetProperty("body")[2].GetProperty("facts").GetRawText());
        Assert.Equal("claim 42", Text(content.GetProperty("actions")[0], "data"));
        Assert.Equal(("image/png", "data:image/png;base64,AQID", "Embudo"), (Text(attachments[1], "contentType"), Text(attachments[1], "contentUrl"), Text(attachments[1], "name")));
        await client.Send(new { type = "message", value = "claim 42" });
        Assert.Equal(new ChoicePressed("claim 42", "La llevo yo"), server.Pipeline.Taken.Last().Content);
    }

    [Theory]
    [InlineData("""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"data:,"}]}""", "image")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/pdf"}]}""", "file")]
    [InlineData("""{"type":"message","value":{"a":1}}""", "form")]
    public async Task What_the_bot_cannot_read_reaches_it_as_such(string activity, string kind)
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        Assert.Equal(200, (await client.Post($"conversations/{client.Id}/activities", activity)).Status);
        Assert.Equal(new Unreadable(kind), server.Pipeline.Taken.Last().Content);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[]}""")]
    [InlineData("""{"type":"event","name":"another/bots"}""")]
    [InlineData("""{"type":"event","name":"chatleads/visit","value":7}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":null,"channelData":[],"attachments":{},"locale":{},"from":3}""")]
    [InlineData("""{"type":"invoke","name":"x","value":[[]]}""")]
    public async Task What_means_nothing_is_accepted_with_an_id(string activity)
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        var answer = await client.Post($"conversations/{client.Id}/activities", activity);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith(client.Id, answer.Text("id"), StringComparison.Ordinal);
        Assert.Single(server.Pipeline.Taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"hola\"")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","text":{"a":1}}""")]
    public async Task What_is_malformed_is_400(string activity)
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        Assert.Equal("400 MalformedData", (await client.Post($"conversations/{client.Id}/activities", activity)).Error);
    }

    [Fact]
    public async Task More_than_256_K_characters_are_413_and_as_many_are_taken()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        string Message(int length) => $$"""{"type":"message","text":"{{new string('ñ', length - 28)}}"}""";
        Assert.Equal(262_144, Message(262_144).Length);
        Assert.Equal(200, (await client.Post($"conversations/{client.Id}/activities", Message(262_144))).Status);
        Assert.Equal("413 MessageSizeTooBig", (await client.Post($"conversations/{client.Id}/activities", Message(262_145))).Error);
        Assert.Equal("413 MessageSizeTooBig", (await client.Post($"conversations/{client.Id}/activities", Message(3_000_000))).Error);
    }

    [Fact]
    public async Task Half_an_emoji_and_a_NUL_are_mended_and_a_backslash_is_left_alone()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        await client.Post($"conversations/{client.Id}/activities", """{"type":"message","text":"a\ud83d b\uDE00 \ud83d\ude00 \\ud83d \u0000 \ud7ff"}""");
        Assert.Equal(new TextSent("a\uFFFD b\uFFFD 😀 \\ud83d   \uD7FF"), server.Pipeline.Taken.Last().Content);
    }

    [Fact]
    public async Task Uploads_are_refused_and_the_bot_says_so()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("{}", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity" },
            { new ByteArrayContent(new byte[100_000]), "file", "plano.pdf" },
        };
        Assert.Equal("415 NotSupported", (await client.Call(HttpMethod.Post, $"conversations/{client.Id}/upload?userId=x", form)).Error);
        Assert.Equal("No puedo abrir: file", (await client.Activities()).Texts[^1]);
    }

    [Fact]
    public async Task Another_content_type_than_JSON_is_415()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        using var form = new FormUrlEncodedContent([new("type", "message")]);
        Assert.Equal("415 NotSupported", (await client.Call(HttpMethod.Post, $"conversations/{client.Id}/activities", form)).Error);
    }

    [Fact]
    public async Task Too_many_messages_are_429_with_Retry_After_and_others_are_not_held_up()
    {
        await using var server = await WebChatServer.Start(("MessagesPerMinute", "3"));
        var (fast, other) = (await server.Visitor(), await server.Visitor());
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await fast.Say("hola", $"c{i}")).Status);
        var refused = await fast.Say("hola", "c4");
        Assert.Equal("429 TooManyRequests", refused.Error);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        Assert.Equal(200, (await other.Say("hola")).Status);
        Assert.Equal(200, (await fast.Activities()).Status);
    }

    [Fact]
    public async Task A_transcript_that_cannot_be_read_just_now_has_no_news()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        server.Pipeline.IsBroken = true;
        var answer = await client.Activities("0");
        Assert.Equal((200, 0, "0"), (answer.Status, answer.Activities.Count, answer.Text("watermark")));
        Assert.Equal("500 ServiceError", (await client.Say("hola")).Error);
        server.Pipeline.IsBroken = false;
        Assert.Single((await client.Activities("0")).Activities);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_we_never_wrote_is_400(string watermark)
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        Assert.Equal("400 MalformedData", (await client.Activities(watermark)).Error);
    }

    [Fact]
    public async Task The_visit_comes_with_a_message_or_as_an_event()
    {
        await using var server = await WebChatServer.Start();
        var client = await server.Visitor();
        var visit = new { page = "https://nimbo.example/precios?utm_campaign=clinicas&utm_term=citas", referrer = "https://www.google.com/", utm_medium = "cpc" };
        var expected = new Visit(visit.page, visit.referrer, "google.com", "cpc", "clinicas", "citas", null);
        await client.Send(new { type = "message", text = "hola", channelData = new { visit } });
        Assert.Equal(expected, server.Pipeline.Taken.Last().Visit);
        await client.Send(new { type = "event", name = "chatleads/visit", value = visit });
        Assert.Equal(new Visited(expected), server.Pipeline.Taken.Last().Content);
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
