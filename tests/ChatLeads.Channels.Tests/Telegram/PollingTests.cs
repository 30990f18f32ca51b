using System.Collections.Concurrent;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class PollingTests
{
    [Fact]
    public async Task A_message_becomes_a_turn_and_its_reply_a_message()
    {
        await using var world = await TelegramWorld.Start();
        world.Turns.Answers = _ => [new Reply("¡Hola! ¿Qué te gustaría resolver?", "es")];
        var ana = world.Api.Person("Ana");
        ana.Writes("buenas, somos una clínica de 14 personas");

        Assert.Equal("¡Hola! ¿Qué te gustaría resolver?", (await ana.Hears()).Text);
        var inbound = Assert.Single(world.Turns.Taken);
        Assert.Equal(new ConversationKey("telegram", $"{ana.Id}"), inbound.Conversation);
        Assert.Equal(new TextSent("buenas, somos una clínica de 14 personas"), inbound.Content);
        Assert.Equal(($"{ana.Id}", "es"), (inbound.UserId, inbound.Locale));
    }

    [Fact]
    public async Task Replies_that_the_outbox_has_are_not_said_twice()
    {
        await using var world = await TelegramWorld.Start();
        world.Turns.InOutbox = inbound => inbound.Content is TextSent { Text: "guardado" };
        world.Turns.Answers = inbound => [new Reply(((TextSent)inbound.Content).Text, "es")];
        var ana = world.Api.Person("Ana");
        ana.Writes("guardado");
        ana.Writes("de memoria");

        Assert.Equal("de memoria", (await ana.Hears()).Text);
        Assert.Single(ana.Chat.FromBot);
    }

    [Fact]
    public async Task The_offset_moves_only_after_the_commit()
    {
        var api = await BotApiServer.Start();
        var commit = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var turns = new FakeTurns { Commits = _ => { began.TrySetResult(); return commit.Task; } };
        var world = await TelegramWorld.Start(api, turns);
        api.Person("Ana").Writes("no te pierdas");
        await began.Task;
        var stopping = world.Stop();
        commit.SetException(new OperationCanceledException());
        await stopping;
        Assert.Equal(1, api.Updates.Count);

        await using var next = await TelegramWorld.Start(api);
        Assert.Equal(new TextSent("no te pierdas"), (await next.Turns.Next()).Content);
    }

    [Fact]
    public async Task A_turn_that_fails_comes_again_and_others_are_not_lost()
    {
        await using var world = await TelegramWorld.Start();
        var attempts = 0;
        world.Turns.Commits = inbound => inbound.Content is TextSent { Text: "uno" } && Interlocked.Increment(ref attempts) < 3
            ? Task.FromException(new InvalidOperationException("secreto de Ana")) : Task.CompletedTask;
        var ana = world.Api.Person("Ana");
        ana.Writes("uno");
        ana.Writes("dos");
        world.Api.Person("Luis").Writes("tres");

        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
            texts.Add(((TextSent)(await world.Turns.Next()).Content).Text);
        Assert.Equal(["dos", "tres", "uno"], texts.Order());
        Assert.True(texts.IndexOf("uno") < texts.IndexOf("dos"));
        Assert.DoesNotContain("secreto", world.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chats_are_served_at_the_same_time_and_each_in_order()
    {
        var api = await BotApiServer.Start();
        var (ana, luis) = (api.Person("Ana"), api.Person("Luis"));
        var release = new TaskCompletionSource();
        var turns = new FakeTurns();
        turns.Commits = inbound => inbound.UserId == $"{ana.Id}" ? release.Task : Task.CompletedTask;
        for (var i = 0; i < 3; i++)
        {
            ana.Writes($"{i}");
            luis.Writes($"{i}");
        }
        await using var world = await TelegramWorld.Start(api, turns);
        for (var i = 0; i < 3; i++)
            Assert.Equal((luis.Chat.Id, $"{i}"), Told(await turns.Next()));
        release.SetResult();
        for (var i = 0; i < 3; i++)
            Assert.Equal((ana.Chat.Id, $"{i}"), Told(await turns.Next()));

        static (long, string) Told(Inbound inbound) => (long.Parse(inbound.UserId, null), ((TextSent)inbound.Content).Text);
    }

    [Fact]
    public async Task Repeated_and_reordered_updates_and_ids_that_start_over_lose_and_double_nothing()
    {
        await using var world = await TelegramWorld.Start();
        var ana = world.Api.Person("Ana");
        var first = ana.Writes("uno");
        await world.Turns.Next();
        for (var i = 0; i < 10; i++)
            world.Api.Updates.Repeat(first);
        world.Api.Updates.StartOverAt(17);
        ana.Writes("dos");
        ana.Writes("tres");

        var texts = new ConcurrentBag<Incoming> { (await world.Turns.Next()).Content, (await world.Turns.Next()).Content };
        Assert.Equal(2, texts.Distinct().Count());
        Assert.Equal(3, world.Turns.Taken.Count);
    }

    [Fact]
    public async Task Ten_thousand_updates_delivered_up_to_ten_times_have_one_effect_each()
    {
        var api = await BotApiServer.Start();
        var people = Enumerable.Range(0, 100).Select(number => api.Person($"{number}")).ToList();
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var update = people[i % people.Count].Writes($"{i}");
            for (var repeats = random.Next(10); repeats > 0; repeats--)
                api.Updates.Repeat(update);
        }
        await using var world = await TelegramWorld.Start(api);
        for (var i = 0; i < 10_000; i++)
            await world.Turns.Next();
        while (api.Updates.Count > 0)
            await Task.Yield();
        var taken = world.Turns.Taken.Select(inbound => ((TextSent)inbound.Content).Text).ToList();
        Assert.Equal(10_000, taken.Distinct().Count());
        Assert.Equal(10_000, taken.Count);
    }

    [Fact]
    public async Task It_comes_back_after_the_server_was_gone()
    {
        var api = await BotApiServer.Start();
        api.Fail("getMe", new Fault.Dropped(), new Fault.BadGateway());
        api.Fail("getUpdates", new Fault.BadGateway(), new Fault.Dropped(), new Fault.TooMany(1));
        await using var world = await TelegramWorld.Start(api);
        api.Person("Ana").Writes("¿sigues ahí?");

        Assert.Equal(new TextSent("¿sigues ahí?"), (await world.Turns.Next()).Content);
        Assert.True(api.Calls.Count(call => call == "getUpdates") >= 4);
        Assert.DoesNotContain(BotApiServer.Token, world.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_menu_that_is_refused_keeps_nobody_from_being_heard()
    {
        var api = await BotApiServer.Start();
        api.Fail("setMyCommands", new Fault.Refused("BOT_COMMAND_INVALID"));
        await using var world = await TelegramWorld.Start(api);
        api.Person("Ana").Writes("hola");
        Assert.Equal(new TextSent("hola"), (await world.Turns.Next()).Content);
        Assert.Contains("BOT_COMMAND_INVALID", world.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_poller_is_told_plainly()
    {
        await using var world = await TelegramWorld.Start();
        var ana = world.Api.Person("Ana");
        ana.Writes("hola");
        await world.Turns.Next();
        using var http = new HttpClient();
        while (!world.Log.All.Contains("another program polls", StringComparison.Ordinal))
            await http.GetAsync($"{world.Api.Url}/bot{BotApiServer.Token}/getUpdates?timeout=0&offset=-1");
        ana.Writes("otra vez");

        Assert.Equal(new TextSent("otra vez"), (await world.Turns.Next()).Content);
    }

    [Fact]
    public async Task A_webhook_that_is_left_over_is_taken_away()
    {
        var api = await BotApiServer.Start();
        api.Updates.SetWebhook("http://127.0.0.1:9/", null, null);
        await using var world = await TelegramWorld.Start(api);
        api.Person("Ana").Writes("hola");
        await world.Turns.Next();
        Assert.Equal("", api.Updates.WebhookUrl);
    }

    [Fact]
    public async Task The_menu_is_set_for_each_language()
    {
        await using var world = await TelegramWorld.Start();
        for (var tries = 0; tries < 3000 && world.Api.Commands.Count < 3; tries++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(["default/", "default/en", "default/es"], world.Api.Commands.Keys.Order());
        Assert.Contains(world.Api.Commands["default/en"], command => (string)command!["command"]! == "privacy" && ((string)command["description"]!).Contains("data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_menus_holds_up_nobody()
    {
        var api = await BotApiServer.Start();
        api.Down = "setMyCommands";
        await using var world = await TelegramWorld.Start(api);
        world.Api.Person("Ana").Writes("hola");
        Assert.IsType<TextSent>((await world.Turns.Next()).Content);
    }

    [Theory]
    [InlineData("/start src_google-med_cpc-camp_clinicas-zaragoza", "google", "cpc", "clinicas-zaragoza")]
    [InlineData("/start folleto", "folleto", null, null)]
    public async Task Start_opens_the_chat_and_tells_where_from(string text, string source, string? medium, string? campaign)
    {
        await using var world = await TelegramWorld.Start();
        world.Api.Person("Ana").Writes(text);
        var inbound = await world.Turns.Next();
        Assert.IsType<Opened>(inbound.Content);
        Assert.Equal(new Visit(Source: source, Medium: medium, Campaign: campaign), inbound.Visit);
    }
}
