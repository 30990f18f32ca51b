using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>Messages out to Teams; the outbox calls it.</summary>
public sealed class TeamsChannel(ConnectorClient connector) : IPushChannel
{
    public string Name => TeamsAddress.Channel;

    public Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation) =>
        TeamsAddress.From(to) is { } address
            ? connector.Send(address, TeamsCards.Message(reply), cancellation)
            : Task.FromResult<Delivery>(new Delivery.Rejected("not a Teams address"));

    public Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation) =>
        TeamsAddress.From(to) is { } address
            ? connector.Update(address, externalId, TeamsCards.Message(reply), cancellation)
            : Task.FromResult<Delivery>(new Delivery.Rejected("not a Teams address"));
}
