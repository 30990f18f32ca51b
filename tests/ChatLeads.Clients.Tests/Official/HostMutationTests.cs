using ChatLeads.Channels.Tests.WebChat;

namespace ChatLeads.Clients.Tests.Official;

public sealed class HostMutationTests(ITestOutputHelper output)
{
    private const int PerConversation = 200;

    [Fact]
    public async Task Ten_thousand_mutated_activities_bring_the_whole_program_to_no_5xx()
    {
        await using var host = await RealHost.Start("--ChatLeads:WebChat:MessagesPerMinute", "1000000", "--ChatLeads:WebChat:ConversationsPerMinute", "1000000");
        var statuses = new SortedDictionary<int, int>();
        foreach (var few in MutatedActivities.Make(10_000, seed: 42).Chunk(PerConversation))
        {
            var client = await host.Witness();
            await client.Begin();
            foreach (var (body, contentType) in few)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                var status = (await client.Call(HttpMethod.Post, $"conversations/{client.Id}/activities", content)).Status;
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }
            Assert.Equal(200, (await client.Activities()).Status);
        }
        output.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.DoesNotContain(statuses.Keys, status => status >= 500);
        Assert.True(statuses[200] > 2_000);
    }
}
