using System.Text.Json;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>Buttons of cards: pressed, forged, and answered.</summary>
public sealed partial class ConversationTests
{
    [Fact]
    public async Task Execute_is_answered_with_the_card_that_shows_what_was_chosen_and_counts_once()
    {
        await using var world = await TeamsWorld.Start();
        var button = await Asked(world);
        world.Turns.Answers = _ => [new Reply("Perfecto", "es")];

        var press = world.Execute(button);
        var (status, answer) = await world.Post(press);
        var (_, again) = await world.Post(world.Execute(button));

        Assert.Equal((200, 200), (status, answer!.Value.GetProperty("statusCode").GetInt32()));
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.Value.GetProperty("type").GetString());
        var card = answer.Value.GetProperty("value");
        Assert.Equal(["¿Quién decide?", "✓ Decido yo"], card.GetProperty("body").EnumerateArray().Select(part => part.GetProperty("text").GetString()));
        Assert.False(card.TryGetProperty("actions", out _));
        Assert.Equal("Perfecto", (await world.Connector.Next()).Text);
        Assert.Equal("application/vnd.microsoft.activity.message", again!.Value.GetProperty("type").GetString());
        Assert.Equal(new ChoicePressed("authority:decides", "Decido yo", Field.Authority), world.Turns.Taken[^1].Content);
        Assert.Equal((2, 1), (world.Turns.Taken.Count, world.Turns.Duplicates));
    }

    [Fact]
    public async Task Submit_comes_as_a_message_without_text_and_the_card_is_updated()
    {
        await using var world = await TeamsWorld.Start();
        var button = await Asked(world);

        Assert.Equal((202, null), await world.Post(world.Submit(button)));

        Assert.Equal(new ChoicePressed("authority:decides", "Decido yo", Field.Authority), world.Turns.Taken[^1].Content);
        var update = await world.Connector.Next();
        Assert.Equal(("PUT", "/_connector/v3/conversations/a:personal/activities/sent-1"), (update.Method, update.Path));
        Assert.Equal("✓ Decido yo", update.Card.GetProperty("body")[1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_forged_button_or_one_of_another_conversation_has_no_effect()
    {
        await using var world = await TeamsWorld.Start();
        var button = await Asked(world);
        var forged = JsonDocument.Parse(button.GetRawText().Replace("authority:decides", "consent:yes", StringComparison.Ordinal)).RootElement;

        var (status, error) = await world.Post(world.Execute(forged));
        var (_, elsewhere) = await world.Post(world.Execute(button, conversation: "a:somebody-else"));
        await world.Post(world.Submit(forged));

        Assert.Equal((200, 400), (status, error!.Value.GetProperty("statusCode").GetInt32()));
        Assert.Equal("application/vnd.microsoft.error", elsewhere!.Value.GetProperty("type").GetString());
        Assert.Single(world.Turns.Taken);
    }

    [Fact]
    public async Task An_answer_about_the_same_lead_takes_the_place_of_its_card_and_the_rest_is_said()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = _ => [Alert("Ana Ruiz", "La llevo yo")];
        await world.Post(world.Message("leads"));
        var button = (await world.Connector.Next()).Card.GetProperty("actions")[0];
        world.Turns.Answers = _ => [new Reply("Es tuya.", "es"), Alert("Ana Ruiz, de Marta", "Transcripción")];

        var (_, answer) = await world.Post(world.Execute(button));

        Assert.Equal("Ana Ruiz, de Marta", answer!.Value.GetProperty("value").GetProperty("body")[0].GetProperty("text").GetString());
        Assert.Equal("Es tuya.", (await world.Connector.Next()).Text);
        Assert.Equal(new ChoicePressed("do 42", "La llevo yo"), world.Turns.Taken[^1].Content);
    }

    [Fact]
    public async Task A_press_that_is_answered_in_words_says_them_as_a_message()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = _ => [Alert("Ana Ruiz", "Transcripción")];
        await world.Post(world.Message("leads"));
        var button = (await world.Connector.Next()).Card.GetProperty("actions")[0];
        world.Turns.Answers = _ => [new Reply("10:01 hola", "es")];

        var (_, answer) = await world.Post(world.Execute(button));

        Assert.Equal("application/vnd.microsoft.activity.message", answer!.Value.GetProperty("type").GetString());
        Assert.Equal("✓ Transcripción", answer.Value.GetProperty("value").GetString());
        Assert.Equal("10:01 hola", (await world.Connector.Next()).Text);
    }

    [Fact]
    public async Task An_invoke_that_is_not_ours_is_not_implemented()
    {
        await using var world = await TeamsWorld.Start();
        var invoke = world.Activity("invoke");
        invoke["name"] = "composeExtension/query";

        Assert.Equal(501, (await world.Post(invoke)).Status);
    }
}
