using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class ButtonTests
{
    private static readonly Reply Consent = new("¿Te parece bien que guarde tu correo?", "es", Field.Consent)
    {
        Choices = [new Choice("Sí, de acuerdo", "consent:yes"), new Choice("No, gracias", "consent:no")],
    };

    [Fact]
    public async Task A_press_is_answered_taken_and_shown()
    {
        await using var world = await TelegramWorld.Start();
        var (ana, question) = await Asked(world);
        Assert.Equal(["Sí, de acuerdo", "No, gracias"], question.Buttons.Select(button => button.Label));

        var query = (string)ana.Presses(question, "Sí, de acuerdo")["callback_query"]!["id"]!;
        Assert.Equal(new ChoicePressed("consent:yes", "Sí, de acuerdo", Field.Consent), (await world.Turns.Next()).Content);
        await After(world, ana);
        Assert.Contains(query, world.Api.AnsweredQueries);
        Assert.Equal("✓ Sí, de acuerdo", Assert.Single(ana.Chat.Message(question.Id)!.Buttons).Label);
    }

    [Fact]
    public async Task The_answer_does_not_wait_for_the_turn()
    {
        await using var world = await TelegramWorld.Start();
        var (ana, question) = await Asked(world);
        var commit = new TaskCompletionSource();
        world.Turns.Commits = _ => commit.Task;
        var query = (string)ana.Presses(question, "No, gracias")["callback_query"]!["id"]!;
        while (!world.Api.AnsweredQueries.Contains(query))
            await Task.Yield();
        commit.SetResult();
        Assert.IsType<ChoicePressed>((await world.Turns.Next()).Content);
    }

    [Fact]
    public async Task A_question_is_answered_once_whichever_button_is_replayed()
    {
        await using var world = await TelegramWorld.Start();
        var (ana, question) = await Asked(world);
        var no = question.Buttons[1].Data;
        ana.Presses(question, "Sí, de acuerdo");
        await world.Turns.Next();
        for (var i = 0; i < 5; i++)
            ana.PressesForged(question, no);
        await After(world, ana);
        Assert.Single(world.Turns.Taken, inbound => inbound.Content is ChoicePressed);
        ana.Presses(question, "✓ Sí, de acuerdo");
        await After(world, ana);
        Assert.Single(world.Turns.Taken, inbound => inbound.Content is ChoicePressed);
        Assert.Equal("✓ Sí, de acuerdo", Assert.Single(ana.Chat.Message(question.Id)!.Buttons).Label);
    }

    [Fact]
    public async Task Forged_data_and_the_buttons_of_others_have_no_effect()
    {
        await using var world = await TelegramWorld.Start();
        var (ana, question) = await Asked(world);
        var (luis, his) = await Asked(world);
        var data = question.Buttons[0].Data;
        luis.PressesForged(his, data);
        luis.PressesForged(his, "consent:yes");
        luis.PressesForged(his, "");
        ana.PressesForged(question, data[..^1] + "X");
        ana.PressesForged(question, new string('q', 64));
        await After(world, luis);
        await After(world, ana);
        Assert.DoesNotContain(world.Turns.Taken, inbound => inbound.Content is ChoicePressed);
        Assert.Equal(2, ana.Chat.Message(question.Id)!.Buttons.Count);
    }

    [Fact]
    public async Task An_old_question_of_the_same_chat_does_not_lend_its_buttons()
    {
        await using var world = await TelegramWorld.Start();
        var (ana, first) = await Asked(world);
        ana.Writes("¿cómo?");
        await world.Turns.Next();
        var second = await ana.Hears();
        ana.PressesForged(second, first.Buttons[0].Data);
        await After(world, ana);
        Assert.DoesNotContain(world.Turns.Taken, inbound => inbound.Content is ChoicePressed);
    }

    [Fact]
    public async Task Actions_of_a_card_may_be_pressed_again()
    {
        await using var world = await TelegramWorld.Start();
        var marta = world.Api.Person("Marta");
        var card = new Card("Ana Ruiz", null, [], [new Choice("Ver", "lead:1")]);
        Assert.IsType<Delivery.Sent>(await world.Channel.Send(Key(marta), new Reply("", "es") { Card = card }, "1", default));
        var message = await marta.Hears();
        marta.Presses(message, "Ver");
        marta.Presses(message, "Ver");
        await world.Turns.Next();
        Assert.Equal(new ChoicePressed("lead:1", "Ver"), (await world.Turns.Next()).Content);
        Assert.Equal("Ver", Assert.Single(marta.Chat.Message(message.Id)!.Buttons).Label);
    }

    [Fact]
    public async Task A_repeated_sending_shares_its_answer_with_the_first_copy()
    {
        await using var world = await TelegramWorld.Start();
        var ana = world.Api.Person("Ana");
        world.Api.Fail("sendMessage", new Fault.Dropped(Done: true));
        Assert.IsType<Delivery.Retry>(await world.Channel.Send(Key(ana), Consent, "row 7", default));
        Assert.IsType<Delivery.Sent>(await world.Channel.Send(Key(ana), Consent, "row 7", default));
        var (copy, again) = (await ana.Hears(), await ana.Hears());
        ana.Presses(copy, "Sí, de acuerdo");
        ana.Presses(again, "No, gracias");
        await After(world, ana);
        Assert.Equal("consent:yes", Assert.IsType<ChoicePressed>(Assert.Single(world.Turns.Taken, inbound => inbound.Content is ChoicePressed).Content).Value);
    }

    private static ConversationKey Key(TelegramPerson person) => new("telegram", $"{person.Id}");

    private static async Task<(TelegramPerson, ChatMessage)> Asked(TelegramWorld world)
    {
        world.Turns.Answers = inbound => inbound.Content is TextSent { Text: not "fin" } ? [Consent] : [];
        var person = world.Api.Person("Ana");
        person.Writes("hola");
        await world.Turns.Next();
        return (person, await person.Hears());
    }

    /// <summary>All that the person did before is done: updates of one chat run in order.</summary>
    private static async Task After(TelegramWorld world, TelegramPerson person)
    {
        person.Writes("fin");
        while (!(await world.Turns.Next() is { Content: TextSent { Text: "fin" } } inbound && inbound.UserId == $"{person.Id}"))
        {
        }
    }
}
