using System.Text.Json.Nodes;
using ChatLeads.Channels.Telegram;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace ChatLeads.Channels.Tests.Telegram;

/// <summary>The channel alone, with a clock that the test moves.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];
    private readonly FakeTimeProvider time = new();
    private BotApiServer api = null!;
    private TelegramPerson ana = null!;
    private TelegramChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        api = await BotApiServer.Start();
        ana = api.Person("Ana");
        var bot = new TelegramBotClient(new TelegramBotClientOptions(BotApiServer.Token, api.Url) { RetryCount = 0 });
        var rendering = new Rendering(new CallbackData(BotApiServer.Token), TelegramWorld.Words());
        channel = new TelegramChannel(bot, rendering, new SendPace(time), new ChatMemory(), TelegramWorld.Words(), time);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task What_a_person_wrote_is_no_markup()
    {
        await Sends(new Reply("Anotado: <b>\"A & B\"</b> <script> &lt;", "es"));
        var message = await ana.Hears();
        Assert.Equal("Anotado: <b>\"A & B\"</b> <script> &lt;", message.Text);
        Assert.Empty(message.Entities);
    }

    [Fact]
    public async Task A_card_is_bold_where_it_names_and_has_its_actions_below()
    {
        var card = new Card("🔥 Ana Ruiz · 86/100", "clínica dental", [new CardRow("Presupuesto", "5.000 €"), new CardRow("", "Llámala <hoy>")], [new Choice("La llevo yo", "claim:1")]);
        await Sends(new Reply("Nueva", "es") { Card = card });
        var message = await ana.Hears();
        Assert.Equal("Nueva\n\n🔥 Ana Ruiz · 86/100\nclínica dental\nPresupuesto: 5.000 €\nLlámala <hoy>", message.Text);
        Assert.Equal(["🔥 Ana Ruiz · 86/100", "Presupuesto:"], message.Bold);
        Assert.Equal("La llevo yo", Assert.Single(message.Buttons).Label);
    }

    [Fact]
    public async Task An_edit_replaces_text_and_buttons_and_may_come_twice()
    {
        var card = new Card("🔥 Ana Ruiz · 86/100", null, [], [new Choice("La llevo yo", "/claim 1")]);
        var sent = await Sends(new Reply("", "es") { Card = card });
        var shown = await ana.Hears();
        var news = new Reply("La ha cogido Marta.", "es") { Card = card with { Title = "Ana Ruiz · 90/100", Actions = [new Choice("Ficha", "/lead 1")] } };
        for (var times = 0; times < 2; times++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(sent, await channel.Edit(Key(), sent.ExternalId!, news, default));
        }
        var edited = Assert.Single(ana.Chat.FromBot);
        Assert.Equal((shown.Id, "La ha cogido Marta.\n\nAna Ruiz · 90/100", "Ficha"), (edited.Id, edited.Text, Assert.Single(edited.Buttons).Label));
    }

    [Theory]
    [InlineData("77")]
    [InlineData("staff-1")]
    public async Task An_edit_of_what_is_not_there_is_rejected(string id) =>
        Assert.IsType<Delivery.Rejected>(await channel.Edit(Key(), id, new Reply("x", "es"), default));

    [Fact]
    public async Task A_long_text_goes_in_parts_with_the_buttons_under_the_last()
    {
        var text = string.Concat(Enumerable.Repeat("Esta es una frase. ", 500)).Trim();
        var sending = channel.Send(Key(), new Reply(text, "es") { Choices = [new Choice("Sí", "yes")] }, "1", default);
        var parts = await Heard(3, sending);
        Assert.Equal(text, string.Join(' ', parts.Select(part => part.Text)));
        Assert.Equal([0, 0, 1], parts.Select(part => part.Buttons.Count));
        Assert.IsType<Delivery.Sent>(await sending);
    }

    [Fact]
    public async Task A_long_message_goes_on_where_it_was_broken_off()
    {
        var text = string.Concat(Enumerable.Repeat("Esta es una frase. ", 400)).Trim();
        var first = channel.Send(Key(), new Reply(text, "es"), "row", default);
        await ana.Hears();
        api.Fail("sendMessage", new Fault.BadGateway());
        await Heard(0, first);
        Assert.IsType<Delivery.Retry>(await first);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Delivery.Sent>(await channel.Send(Key(), new Reply(text, "es"), "row", default));
        Assert.Equal(text, string.Join(' ', ana.Chat.FromBot.Select(part => part.Text)));
    }

    [Theory]
    [InlineData("""{"ok":true,"result":{"message_id":5,"date":1795386092924,"chat":{"id":11,"type":"private"}}}""", true)] // Milliseconds, as one emulator has it.
    [InlineData("""{"ok":true,"result":{"message_id":"five","date":1,"chat":{"id":11,"type":"private"}}}""", true)]
    [InlineData("<html>Sign in to the network</html>", false)]
    [InlineData("", false)]
    public async Task What_was_taken_is_not_said_twice_for_an_answer_that_cannot_be_read(string body, bool taken)
    {
        api.Fail("sendMessage", new Fault.Garbled(body));

        var delivery = await channel.Send(Key(), new Reply("Hola", "es"), "1", default);

        Assert.IsType(taken ? typeof(Delivery.Sent) : typeof(Delivery.Retry), delivery);
    }

    [Fact]
    public async Task A_picture_has_its_words_as_caption()
    {
        await Sends(new Reply("Embudo de noviembre", "es") { Picture = new Picture(Png, "Gráfico") });
        time.Advance(TimeSpan.FromSeconds(2));
        await Sends(new Reply("", "es") { Picture = new Picture(Png, "Gráfico") });
        var (with, without) = (await ana.Hears(), await ana.Hears());
        Assert.Equal("Embudo de noviembre", with.Text);
        Assert.Equal(Png, with.Photo);
        Assert.Equal("Gráfico", without.Text);
    }

    [Fact]
    public async Task Words_that_no_caption_holds_go_on_below_the_picture()
    {
        var text = string.Concat(Enumerable.Repeat("Una frase. ", 150)).Trim();
        var parts = await Heard(2, channel.Send(Key(), new Reply(text, "es") { Picture = new Picture(Png, "Gráfico") }, "1", default));
        Assert.NotNull(parts[0].Photo);
        Assert.InRange(parts[0].Text.Length, 900, 1024);
        Assert.Equal(text, $"{parts[0].Text} {parts[1].Text}");
    }

    [Fact]
    public async Task The_phone_may_be_shared_where_it_is_asked_for_in_private()
    {
        await Sends(new Reply("Your phone?", "en", Field.Phone));
        time.Advance(TimeSpan.FromSeconds(2));
        await Sends(new Reply("Thanks.", "en"));
        var (asked, thanked) = (await ana.Hears(), await ana.Hears());
        var button = asked.Markup!["keyboard"]![0]![0]!;
        Assert.True((bool)button["request_contact"]!);
        Assert.Contains("Share", (string)button["text"]!, StringComparison.Ordinal);
        Assert.True((bool)thanked.Markup!["remove_keyboard"]!);

        var group = api.Group("Ventas");
        Assert.IsType<Delivery.Sent>(await channel.Send(new("telegram", $"{group.Id}"), new Reply("¿Teléfono?", "es", Field.Phone), "1", default));
        Assert.Null((await group.Hears()).Markup);
    }

    [Fact]
    public async Task Nothing_goes_before_the_time_that_was_told()
    {
        api.Fail("sendMessage", new Fault.TooMany(17));
        var retry = Assert.IsType<Delivery.Retry>(await Send(new Reply("a", "es")));
        Assert.Equal(TimeSpan.FromSeconds(17), retry.After);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<Delivery.Retry>(await Send(new Reply("a", "es"))).After);
        Assert.Equal(1, api.Calls.Count(call => call == "sendMessage"));
        time.Advance(TimeSpan.FromSeconds(7));
        Assert.IsType<Delivery.Sent>(await Send(new Reply("a", "es")));
    }

    [Fact]
    public async Task A_server_that_fails_is_tried_again_and_a_blocked_bot_is_not()
    {
        api.Fail("sendMessage", new Fault.BadGateway(), new Fault.Dropped());
        Assert.IsType<Delivery.Retry>(await Send(new Reply("a", "es")));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Delivery.Retry>(await Send(new Reply("a", "es")));
        time.Advance(TimeSpan.FromSeconds(2));
        ana.Blocks();
        Assert.IsType<Delivery.Gone>(await Send(new Reply("a", "es")));
        Assert.IsType<Delivery.Gone>(await channel.Send(new("telegram", "999"), new Reply("a", "es"), "1", default));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_is_followed()
    {
        var (before, after) = (api.Group("Ventas"), api.Group("Ventas"));
        before.Refusal = new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = after.Id });
        Assert.IsType<Delivery.Sent>(await channel.Send(new("telegram", $"{before.Id}"), new Reply("Aviso", "es"), "1", default));
        Assert.Equal("Aviso", (await after.Hears()).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task What_can_never_be_sent_is_rejected(string text)
    {
        Assert.IsType<Delivery.Rejected>(await Send(new Reply(text, "es")));
        Assert.IsType<Delivery.Rejected>(await channel.Send(new("telegram", "ana"), new Reply("a", "es"), "1", default));
        Assert.IsType<Delivery.Rejected>(await Send(new Reply("a", "es") { Picture = new Picture([1, 2], "no es PNG") }));
    }

    private ConversationKey Key() => new("telegram", $"{ana.Id}");

    private Task<Delivery> Send(Reply reply) => channel.Send(Key(), reply, Guid.NewGuid().ToString(), default);

    private async Task<Delivery.Sent> Sends(Reply reply) => Assert.IsType<Delivery.Sent>(await Send(reply));

    /// <summary>Moves the clock until the sending is over; then the messages that it showed.</summary>
    private async Task<IReadOnlyList<ChatMessage>> Heard(int count, Task sending)
    {
        while (!sending.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }
        var messages = new List<ChatMessage>();
        while (messages.Count < count)
            messages.Add(await ana.Hears());
        return messages;
    }
}
