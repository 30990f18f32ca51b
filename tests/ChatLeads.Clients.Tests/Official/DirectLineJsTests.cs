using ChatLeads.Channels.Tests.WebChat;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>npm's botframework-directlinejs 0.15 against the whole program.</summary>
public sealed class DirectLineJsTests(ITestOutputHelper output)
{
    private const int MostTurns = 15;

    [Theory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task A_qualifying_conversation_reaches_consent_and_contact_data(string transport)
    {
        await using var host = await RealHost.Start();
        var witness = await host.Witness();
        var prospect = transport == "polling" ? Prospect.English : Prospect.Spanish;
        await using var client = NodeClient.Start(host.Domain, witness.Token!, transport, prospect.Locale);
        await client.Until(() => client.Shown.Count > 0, "a greeting");
        var activities = (await witness.Activities()).Activities;
        for (var turn = 0; turn < MostTurns && prospect.Next(activities) is { } text; turn++)
        {
            var before = client.Shown.Count;
            await client.Post(text);
            await client.Until(() => client.Shown.Count > before + 1, $"an answer to '{text}'");
            activities = (await witness.Activities()).Activities;
            await client.Until(() => client.Shown.Count >= activities.Count, "the whole answer");
        }
        output.WriteLine(string.Join("\n", client.Shown));
        Assert.Equal((await witness.Activities()).Texts, client.Shown);
        Assert.Empty(client.Failures);
        Assert.Contains("consent", Prospect.Asked(activities));
        Assert.Null(prospect.Next(activities));
        Assert.True(prospect.Answers.Where(a => a.Key is "phone" or "email").Any(a => client.Shown.Contains(a.Value)), "No contact data was asked for.");
    }

    [Fact]
    public async Task After_a_cut_line_the_client_shows_everything_once()
    {
        await using var server = await WebChatServer.Start();
        var witness = server.Client();
        await witness.Generate();
        await using var client = NodeClient.Start(new Uri(server.Address, "/v3/directline").ToString(), witness.Token!, "websocket", "es-ES");
        await client.Until(() => client.Shown.Count > 0, "a greeting");
        for (var i = 1; i <= 2; i++)
        {
            await client.DropSocket();
            await witness.Say($"dicho sin línea {i}", $"off{i}");
            await client.Until(() => client.Sockets == i + 1, "another socket");
            await client.Post($"dicho con línea {i}");
            await client.Until(() => client.Shown.Count == 1 + (4 * i), "all that was said");
        }
        Assert.Equal((await witness.Activities()).Texts, client.Shown);
        Assert.Empty(client.Failures);
    }
}
