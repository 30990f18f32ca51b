using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Tests.Teams;

/// <summary>What a real client was seen to send, and what it gets.</summary>
public sealed partial class ConversationTests
{
    private static readonly Reply Question = new("¿Quién decide?", "es", Field.Authority)
    {
        Choices = [new Choice("Decido yo", "authority:decides"), new Choice("Lo propongo", "authority:proposes")],
    };

    [Fact]
    public async Task Installing_it_opens_the_conversation_and_the_greeting_goes_to_its_service()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = inbound => inbound.Content is Opened ? [new Reply("¡Hola!", "es")] : [];
        var installed = world.Activity("installationUpdate");
        installed["action"] = "add";
        var joined = world.Activity("conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsWorld.Bot }, new JsonObject { ["id"] = "29:ana" });

        Assert.Equal((202, null), await world.Post(installed));
        Assert.Equal(("POST", "/_connector/v3/conversations/a:personal/activities", "¡Hola!"), (await world.Connector.Next()) switch { var a => (a.Method, a.Path, a.Text) });
        Assert.Equal((202, null), await world.Post(joined));

        Assert.Equal(("29:ana", new Opened()), Assert.Single(world.Turns.Taken) switch { var inbound => (inbound.UserId, (Opened)inbound.Content) });
        Assert.Equal(1, world.Turns.Duplicates);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    public async Task What_asks_nothing_of_us_is_accepted(string type)
    {
        await using var world = await TeamsWorld.Start();

        Assert.Equal((202, null), await world.Post(world.Activity(type)));
        Assert.Empty(world.Turns.Taken);
    }

    [Fact]
    public async Task Others_who_join_or_leave_are_not_greeted()
    {
        await using var world = await TeamsWorld.Start();
        var joined = world.Activity("conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:ana" });
        var removed = world.Activity("installationUpdate");
        removed["action"] = "remove";

        Assert.Equal(202, (await world.Post(joined)).Status);
        Assert.Equal(202, (await world.Post(removed)).Status);
        Assert.Empty(world.Turns.Taken);
    }

    [Theory]
    [InlineData("channel", "19:abc@thread.tacv2;messageid=17")]
    [InlineData("groupChat", "19:def@thread.v2")]
    public async Task In_groups_it_listens_to_its_name_alone_and_takes_it_out_of_the_text(string type, string conversation)
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = _ => [new Reply("Dime", "es")];
        var mention = world.Message("<at>ChatLeads</at>&nbsp;somos 14, pregunta a <at>Marta</at> &amp; cía", conversation, type);
        mention["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>ChatLeads</at>", ["mentioned"] = new JsonObject { ["id"] = TeamsWorld.Bot } },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Marta</at>", ["mentioned"] = new JsonObject { ["id"] = "29:marta" } });

        await world.Post(world.Message("hablamos entre nosotros", conversation, type));
        await world.Post(mention);

        Assert.Equal(new TextSent("somos 14, pregunta a Marta & cía"), Assert.Single(world.Turns.Taken).Content);
        Assert.Equal($"/_connector/v3/conversations/{conversation}/activities", (await world.Connector.Next()).Path);
    }

    [Fact]
    public async Task A_name_alone_in_a_group_opens_the_conversation_and_a_file_is_said_to_be_one()
    {
        await using var world = await TeamsWorld.Start();
        var name = world.Message("<at>ChatLeads</at>", "19:def@thread.v2", "groupChat");
        name["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>ChatLeads</at>", ["mentioned"] = new JsonObject { ["id"] = TeamsWorld.Bot } });
        var file = world.Activity("message");
        file["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info" });

        await world.Post(name);
        await world.Post(file);

        Assert.Equal([new Opened(), new Unreadable("file")], world.Turns.Taken.Select(inbound => inbound.Content));
    }

    [Fact]
    public async Task Lines_stay_lines_and_what_looks_like_HTML_stays_words()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = _ => [new Reply("10:01 <b>hola</b> & adiós\n10:02 *ya* <at>todos</at>", "es")];
        await world.Post(world.Message("transcripción"));

        var sent = await world.Connector.Next();

        Assert.Equal("10:01 &lt;b&gt;hola&lt;/b&gt; &amp; adiós<br/>10:02 *ya* &lt;at&gt;todos&lt;/at&gt;", sent.Text);
        Assert.Equal("xml", sent.Body.GetProperty("textFormat").GetString());
        Assert.False(sent.Body.TryGetProperty("entities", out _));
    }

    [Fact]
    public async Task A_turn_that_takes_its_time_shows_typing()
    {
        await using var world = await TeamsWorld.Start();
        var finished = new TaskCompletionSource();
        world.Turns.Commits = _ => finished.Task;

        var turn = world.Post(world.Message("hola"));
        while (!world.Connector.Received.Any(arrived => arrived.Body.GetProperty("type").GetString() == "typing"))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        finished.SetResult();

        Assert.Equal(202, (await turn).Status);
    }

    [Fact]
    public async Task What_the_outbox_says_is_not_said_twice()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = _ => [new Reply("Hola", "es")];
        world.Turns.InOutbox = inbound => inbound.Content is TextSent { Text: "outbox" };

        await world.Post(world.Message("outbox"));
        await world.Post(world.Message("memory"));
        await world.Connector.Next();

        Assert.Single(world.Connector.Received);
    }

    [Fact]
    public async Task Who_expects_replies_finds_them_in_the_answer_and_nothing_is_sent_besides()
    {
        await using var world = await TeamsWorld.Start();
        world.Turns.Answers = inbound => inbound.Content is TextSent ? [new Reply("Hola", "es"), Question] : [new Reply("Apuntado", "es")];

        var (status, said) = await world.Post(Expecting(world.Message("hola")));
        var activities = said!.Value.GetProperty("activities").EnumerateArray().ToList();
        Assert.Equal((200, 2, "Hola"), (status, activities.Count, activities[0].GetProperty("text").GetString()));
        Assert.All(activities, activity =>
        {
            Assert.Equal(("message", "msteams", world.Service), (Text(activity, "type"), Text(activity, "channelId"), Text(activity, "serviceUrl")));
            Assert.Equal((TeamsWorld.Bot, "29:ana", "a:personal"), (Text(activity.GetProperty("from"), "id"), Text(activity.GetProperty("recipient"), "id"), Text(activity.GetProperty("conversation"), "id")));
            Assert.Equal("activity-1", Text(activity, "replyToId"));
        });
        var button = activities[1].GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0];
        var pressed = (await world.Post(Expecting(world.Submit(button, "theirs-1")))).Body!.Value.GetProperty("activities");
        Assert.Equal("Apuntado", Text(pressed[0], "text"));
        Assert.Equal(0, (await world.Post(Expecting(world.Activity("messageReaction")))).Body!.Value.GetProperty("activities").GetArrayLength());

        Assert.True(world.Turns.Taken.All(inbound => inbound.AnswersInResponse));
        await world.Post(world.Message("otra vez")); // Without the wish it goes by the connector.
        Assert.Equal("Hola", (await world.Connector.Next()).Text);

        static JsonObject Expecting(JsonObject activity)
        {
            activity["deliveryMode"] = "expectReplies";
            return activity;
        }

        static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
    }

    private static Reply Alert(string title, string action) => new("", "es")
    {
        Card = new Card(title, null, [new CardRow("Presupuesto", "6.000 €")], [new Choice(action, "do 42")]),
        Leads = [42],
    };

    /// <summary>The first button of a question that the bot has asked.</summary>
    private static async Task<JsonElement> Asked(TeamsWorld world)
    {
        world.Turns.Answers = _ => [Question];
        await world.Post(world.Message("hola"));
        var asked = await world.Connector.Next();
        world.Turns.Answers = _ => [];
        Assert.Equal("expectingInput", asked.Body.GetProperty("inputHint").GetString());
        return asked.Card.GetProperty("actions")[0];
    }
}
