namespace ChatLeads.Channels.Tests.WebChat;

public sealed class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Ten_thousand_mutated_activities_bring_no_5xx_and_leave_the_conversation_usable()
    {
        await using var server = await WebChatServer.Start(("MessagesPerMinute", "1000000"), ("ConversationsPerMinute", "1000000"));
        var client = await server.Visitor();
        var statuses = new SortedDictionary<int, int>();
        foreach (var (body, contentType) in MutatedActivities.Make(10_000, seed: 20261122))
        {
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            var answer = await client.Call(HttpMethod.Post, $"conversations/{client.Id}/activities", content);
            statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
            Assert.True(answer.Status == 200 ? answer.Text("id").Length > 0 : answer.Error.Length > 0);
            if (statuses[answer.Status] % 500 == 0)
                client = await server.Visitor(); // transcripts of a usual length
        }
        output.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.DoesNotContain(statuses.Keys, status => status >= 500);
        Assert.True(statuses[200] > 2_000 && statuses[400] > 1_000 && statuses[413] > 10 && statuses[415] > 100);
        Assert.Equal(200, (await client.Say("y ahora?", "last")).Status);
        Assert.Equal("Has dicho: y ahora?", (await client.Activities()).Texts[^1]);
    }
}
