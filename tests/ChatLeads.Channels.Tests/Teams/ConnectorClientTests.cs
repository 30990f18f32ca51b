using ChatLeads.Channels.Teams;
using ChatLeads.Core.Conversations;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Channels.Tests.Teams;

public class ConnectorClientTests
{
    private static readonly Reply Hello = new("Hola", "es");

    [Fact]
    public async Task A_message_reaches_the_conversation_by_its_stored_key_alone()
    {
        await using var connector = await ConnectorDouble.Start();
        var key = new TeamsAddress(connector.Url, "19:abc@thread.tacv2;messageid=17").Key;

        var delivery = await Channel().Send(key, Hello, "row-1", default);

        Assert.Equal(new Delivery.Sent("sent-1"), delivery);
        var arrived = connector.Received.Single();
        Assert.Equal(("POST", "Hola"), (arrived.Method, arrived.Text));
        Assert.Equal("/v3/conversations/19:abc@thread.tacv2;messageid=17/activities", arrived.Path);
        Assert.Equal("plain", arrived.Body.GetProperty("textFormat").GetString());
    }

    [Theory]
    [InlineData(429, 7, "Retry")]
    [InlineData(412, null, "Retry")]
    [InlineData(502, null, "Retry")]
    [InlineData(503, null, "Retry")]
    [InlineData(504, null, "Retry")]
    [InlineData(403, null, "Gone")]
    [InlineData(400, null, "Rejected")]
    public async Task What_the_connector_answers_decides_what_becomes_of_the_message(int status, int? retryAfter, string expected)
    {
        await using var connector = await ConnectorDouble.Start();
        connector.Faults.Enqueue((status, retryAfter));

        var delivery = await Channel().Send(new TeamsAddress(connector.Url, "a").Key, Hello, "row-1", default);

        Assert.Equal(expected, delivery.GetType().Name);
        if (retryAfter is { } seconds)
            Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<Delivery.Retry>(delivery).After);
    }

    [Fact]
    public async Task A_dead_connector_is_tried_again_later()
    {
        var gone = new TeamsAddress(new Uri("http://127.0.0.1:9/"), "a").Key;

        Assert.IsType<Delivery.Retry>(await Channel().Send(gone, Hello, "row-1", default));
    }

    [Fact]
    public async Task Nothing_goes_to_a_host_that_is_not_on_the_list()
    {
        var elsewhere = new TeamsAddress(new Uri("https://evil.example/"), "a").Key;

        Assert.IsType<Delivery.Rejected>(await Channel().Send(elsewhere, Hello, "row-1", default));
    }

    [Fact]
    public async Task After_a_429_the_conversation_is_left_in_peace_for_as_long_as_told()
    {
        await using var connector = await ConnectorDouble.Start();
        var clock = new FakeTimeProvider();
        var (channel, key) = (Channel(clock), new TeamsAddress(connector.Url, "a").Key);
        connector.Faults.Enqueue((429, 30));

        await channel.Send(key, Hello, "row-1", default);
        var early = await channel.Send(key, Hello, "row-1", default);
        var elsewhere = await channel.Send(new TeamsAddress(connector.Url, "b").Key, Hello, "row-2", default);
        clock.Advance(TimeSpan.FromSeconds(30));
        var later = await channel.Send(key, Hello, "row-1", default);

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<Delivery.Retry>(early).After);
        Assert.IsType<Delivery.Sent>(elsewhere);
        Assert.IsType<Delivery.Sent>(later);
        Assert.Equal(["/v3/conversations/b/activities", "/v3/conversations/a/activities"], connector.Received.Select(arrived => arrived.Path));
    }

    [Fact]
    public async Task An_edit_replaces_the_message_and_one_that_is_gone_says_nothing_of_its_reader()
    {
        await using var connector = await ConnectorDouble.Start();
        var (channel, key) = (Channel(), new TeamsAddress(connector.Url, "a").Key);

        Assert.Equal(new Delivery.Sent("1795370786743"), await channel.Edit(key, "1795370786743", Hello, default));
        Assert.Equal(("PUT", "/v3/conversations/a/activities/1795370786743"), (connector.Received.Single().Method, connector.Received.Single().Path));
        connector.Faults.Enqueue((404, null));
        Assert.IsType<Delivery.Rejected>(await channel.Edit(key, "1", Hello, default));
        connector.Faults.Enqueue((403, null));
        Assert.IsType<Delivery.Gone>(await channel.Edit(key, "1", Hello, default));
    }

    [Fact]
    public async Task A_text_over_the_limit_goes_in_parts_and_an_attempt_goes_on_where_the_last_one_failed()
    {
        await using var connector = await ConnectorDouble.Start();
        var (channel, key) = (Channel(), new TeamsAddress(connector.Url, "a").Key);
        var text = string.Join(' ', Enumerable.Range(1, 8_000).Select(number => $"Frase número {number}."));
        await channel.Send(key, Hello, "row-1", default);
        var whole = TeamsParts.Of(new Reply(text, "es"), part => part.Text.Length < 60_000).ToList();
        Assert.True(whole.Count > 1);
        connector.Faults.Enqueue((200, null));
        connector.Faults.Enqueue((503, null));

        Assert.IsType<Delivery.Retry>(await channel.Send(key, new Reply(text, "es"), "row-2", default));
        Assert.IsType<Delivery.Sent>(await channel.Send(key, new Reply(text, "es"), "row-2", default));

        // The first part was taken by the fault that said 200: what arrives afterwards is the rest, in order.
        var rest = connector.Received.Skip(1).Select(arrived => arrived.Text).ToList();
        Assert.EndsWith(string.Join(' ', rest), text, StringComparison.Ordinal);
        Assert.All(connector.Received, arrived => Assert.True(arrived.Body.GetRawText().Length < 100 * 1024));
    }

    [Fact]
    public async Task A_picture_over_the_limit_is_a_dead_letter_and_not_a_loop()
    {
        await using var connector = await ConnectorDouble.Start();
        var huge = new Reply("", "es") { Picture = new Picture(new byte[90_000], "Embudo") };

        Assert.IsType<Delivery.Rejected>(await Channel().Send(new TeamsAddress(connector.Url, "a").Key, huge, "row-1", default));
        Assert.Empty(connector.Received);
    }

    private static TeamsChannel Channel(TimeProvider? clock = null)
    {
        var options = new TeamsOptions { Enabled = true };
        var time = clock ?? TimeProvider.System;
        return new TeamsChannel(
            new ConnectorClient(new HttpClient(), new OutboundTokens(options), new ServiceHosts(options), new TeamsPace(time), time),
            new TeamsCards(new TeamsButtons(new byte[32])));
    }
}
