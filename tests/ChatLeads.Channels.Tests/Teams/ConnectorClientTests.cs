using ChatLeads.Channels.Teams;
using ChatLeads.Core.Conversations;

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
        var (method, path, body) = connector.Received.Single();
        Assert.Equal("POST", method);
        Assert.Equal("/v3/conversations/19:abc@thread.tacv2;messageid=17/activities", path);
        Assert.Equal("Hola", body.GetProperty("text").GetString());
        Assert.Equal("plain", body.GetProperty("textFormat").GetString());
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
    public async Task A_message_over_the_limit_is_a_dead_letter_and_not_a_loop()
    {
        await using var connector = await ConnectorDouble.Start();
        var huge = new Reply(new string('a', ConnectorClient.MaxPayload), "es");

        Assert.IsType<Delivery.Rejected>(await Channel().Send(new TeamsAddress(connector.Url, "a").Key, huge, "row-1", default));
        Assert.Empty(connector.Received);
    }

    [Fact]
    public void A_prospects_markdown_and_mentions_stay_words_in_a_card()
    {
        var card = new Card("Ana [pincha](http://x) *ya*", null, [new CardRow("", "- uno\n# dos _tres_")], [new Choice("La llevo yo", "claim 42")]);

        var json = TeamsCards.Card(new Reply("", "es") { Card = card });

        Assert.Equal(@"Ana \[pincha\](http://x) \*ya\*", (string?)json["body"]![0]!["text"]);
        Assert.Equal("\\- uno\n\\# dos \\_tres\\_", (string?)json["body"]![1]!["facts"]![0]!["value"]);
        Assert.Equal("Action.Execute", (string?)json["actions"]![0]!["type"]);
        Assert.Equal("claim 42", (string?)json["actions"]![0]!["data"]!["choice"]);
        Assert.Equal("1.5", (string?)json["version"]);
    }

    private static TeamsChannel Channel()
    {
        var options = new TeamsOptions { Enabled = true };
        return new TeamsChannel(new ConnectorClient(new HttpClient(), new OutboundTokens(options), new ServiceHosts(options)));
    }
}
