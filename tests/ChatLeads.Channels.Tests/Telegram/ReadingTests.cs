using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Tests.Telegram;

/// <summary>What people do in Telegram, and what the pipeline gets of it.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task Only_ones_own_contact_is_ones_phone()
    {
        await using var world = await TelegramWorld.Start();
        var ana = world.Api.Person("Ana");
        ana.SharesContact("34612340981", of: ana.Id);
        ana.SharesContact("+34 699 000 111", of: ana.Id + 1);
        ana.SharesContact("+34 699 000 111", of: null);
        Assert.Equal(new TextSent("+34612340981"), (await world.Turns.Next()).Content);
        Assert.Equal(new Unreadable("contact"), (await world.Turns.Next()).Content);
        Assert.Equal(new Unreadable("contact"), (await world.Turns.Next()).Content);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_by_its_kind()
    {
        await using var world = await TelegramWorld.Start();
        var ana = world.Api.Person("Ana");
        var file = new JsonObject { ["file_id"] = "f", ["file_unique_id"] = "u", ["duration"] = 3, ["width"] = 1, ["height"] = 1 };
        ana.Sends("voice", file.DeepClone());
        ana.Sends("photo", new JsonArray(file.DeepClone()), more => more["media_group_id"] = "77");
        ana.Sends("photo", new JsonArray(file.DeepClone()), more => more["media_group_id"] = "77");
        ana.Sends("photo", new JsonArray(file.DeepClone()), more => more["caption"] = "este es el error que sale");
        ana.Sends("pinned_message", ana.Chat.Json() is var chat ? new JsonObject { ["message_id"] = 1, ["date"] = 1, ["chat"] = chat, ["text"] = "x" } : null!);
        ana.Edits(ana.Writes("somos 14"), "somos 15");

        var contents = new List<Incoming>();
        for (var i = 0; i < 5; i++)
            contents.Add((await world.Turns.Next()).Content);
        Assert.Equal([new Unreadable("voice"), new Unreadable("photo"), new TextSent("este es el error que sale"), new TextSent("somos 14"), new Unreadable("edit")], contents);
    }

    [Theory]
    [InlineData("es", "/privacy", "¿Qué datos tenéis sobre mí?")]
    [InlineData("en-GB", "/privacy", "What data do you hold about me?")]
    [InlineData("fr", "/stop@nimbo_bot", "No quiero recibir más mensajes")]
    [InlineData("es", "/JOIN abc-123", "/JOIN abc-123")]
    [InlineData("es", "/privacyplease", "/privacyplease")]
    public async Task A_command_says_its_words(string language, string command, string says)
    {
        await using var world = await TelegramWorld.Start();
        world.Api.Person("Ana", language).Writes(command);
        Assert.Equal(new TextSent(says) { ByCommand = true }, (await world.Turns.Next()).Content);
    }

    [Fact]
    public async Task A_command_speaks_the_language_of_the_conversation()
    {
        await using var world = await TelegramWorld.Start();
        world.Turns.Answers = _ => [new Reply("Claro, hablamos en español.", "es")];
        var tom = world.Api.Person("Tom", "en");
        tom.Writes("¿hablas español?");
        await world.Turns.Next();
        await tom.Hears();
        // The channel remembers once the send has returned to it.
        world.Turns.Answers = _ => [];
        Incoming said;
        do
        {
            tom.Writes("/help");
            said = (await world.Turns.Next()).Content;
        }
        while (said is not TextSent { Text: "¿En qué me puedes ayudar?" });
    }

    [Fact]
    public async Task In_a_group_only_what_is_meant_for_the_bot_is_taken()
    {
        await using var world = await TelegramWorld.Start();
        var group = world.Api.Group("Ventas");
        var marta = world.Api.Person("Marta");
        Assert.IsType<Delivery.Sent>(await world.Channel.Send(new("telegram", $"{group.Id}"), new Reply("Aviso", "es"), "1", default));
        var alert = await group.Hears();

        marta.Writes("¿comemos?", group);
        marta.Writes("@otro_bot hola", group);
        marta.Writes("/help@otro_bot", group);
        marta.Writes("oye @Nimbo_Bot, calientes de hoy?", group);
        marta.Writes("/leads@nimbo_bot hoy", group);
        marta.Writes("la llevo yo", group, answering: alert);

        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var inbound = await world.Turns.Next();
            Assert.Equal(($"{group.Id}", $"{marta.Id}"), (inbound.Conversation.Id, inbound.UserId));
            texts.Add(((TextSent)inbound.Content).Text);
        }
        Assert.Equal(["oye  calientes de hoy?", "/leads hoy", "la llevo yo"], texts);
    }

    [Fact]
    public async Task Other_bots_are_not_answered()
    {
        await using var world = await TelegramWorld.Start();
        var ana = world.Api.Person("Ana");
        ana.Sends("text", "soy un bot", message => message["from"]!["is_bot"] = true);
        ana.Writes("hola");
        Assert.Equal(new TextSent("hola"), (await world.Turns.Next()).Content);
    }
}
