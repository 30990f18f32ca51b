using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatLeads.Channels.Sending;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>Messages out to Teams, in order for each conversation.</summary>
internal sealed class TeamsChannel(ConnectorClient connector, TeamsCards cards) : IPushChannel
{
    private readonly ChatLanes lanes = new();

    // How many parts of a long message have gone, so that the next attempt goes on from there.
    private readonly ConcurrentDictionary<string, int> gone = new();

    public string Name => TeamsAddress.Channel;

    public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation) =>
        TeamsAddress.From(to) is { } address
            ? lanes.Run(to.Id, () => SendParts(address, reply, idempotencyKey, cancellation))
            : Task.FromResult<Delivery>(new Delivery.Rejected($"{to} is no Teams conversation."));

    /// <summary>Shows <paramref name="reply"/> in the place of a message that was sent; what does not fit is left out.</summary>
    public Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation) =>
        TeamsAddress.From(to) is { } address
            ? lanes.Run(to.Id, () => connector.Update(address, externalId, cards.Message(address, Parts(address, reply)[^1]), cancellation))
            : Task.FromResult<Delivery>(new Delivery.Rejected($"{to} is no Teams conversation."));

    /// <summary>Takes the buttons away from a question that was answered.</summary>
    public Task<Delivery> ShowChosen(TeamsAddress address, string activityId, TeamsButton button, CancellationToken cancellation) =>
        lanes.Run(address.Key.Id, () => connector.Update(address, activityId, new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(Attachment(TeamsCards.Chosen(button))),
        }, cancellation));

    public Task Typing(ConversationKey to, CancellationToken cancellation) =>
        TeamsAddress.From(to) is { } address ? Typing(address, cancellation) : Task.CompletedTask;

    /// <summary>Shows that an answer is being prepared.</summary>
    public Task<Delivery> Typing(TeamsAddress address, CancellationToken cancellation) =>
        connector.Send(address, new JsonObject { ["type"] = "typing" }, cancellation);

    /// <summary>A reply as it goes out: one message, or several when it is too large for one.</summary>
    public IEnumerable<JsonObject> Messages(TeamsAddress to, Reply reply) => Parts(to, reply).Select(part => cards.Message(to, part));

    private static JsonObject Attachment(JsonObject card) => new() { ["contentType"] = Cards.AdaptiveCard.ContentType, ["content"] = card };

    private List<Reply> Parts(TeamsAddress to, Reply reply) =>
        [.. TeamsParts.Of(reply.SpokenBy is null ? reply : reply with { Text = reply.SignedText, SpokenBy = null }, part => ConnectorClient.Size(cards.Message(to, part)) <= ConnectorClient.MaxPayload)];

    private async Task<Delivery> SendParts(TeamsAddress to, Reply reply, string key, CancellationToken cancellation)
    {
        var parts = Parts(to, reply);
        Delivery delivery = new Delivery.Sent(null);
        for (var index = gone.GetValueOrDefault(key); index < parts.Count && delivery is Delivery.Sent; index++)
        {
            delivery = await connector.Send(to, cards.Message(to, parts[index]), cancellation);
            if (delivery is Delivery.Sent)
                gone[key] = index + 1;
        }
        if (delivery is not Delivery.Retry)
            gone.TryRemove(key, out _);
        return delivery;
    }
}
