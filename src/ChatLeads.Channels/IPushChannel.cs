using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;

namespace ChatLeads.Channels;

/// <summary>A channel that we write to of our own accord (Telegram, Teams, the desk): the outbox is its only caller.</summary>
public interface IPushChannel
{
    /// <summary>The <see cref="ConversationKey.Channel"/> that it serves.</summary>
    string Name { get; }

    /// <summary>Sends one message; never throws for what the other side refuses.</summary>
    /// <param name="idempotencyKey">The same for each attempt of one outbox row.</param>
    Task<Delivery> Send(ConversationKey to, Reply reply, string idempotencyKey, CancellationToken cancellation);

    /// <summary>
    /// Replaces a message that was sent before; it may be called again with the same. A channel that cannot replace says
    /// <see cref="Reply.Text"/> instead, and nothing when that is empty.
    /// </summary>
    /// <param name="externalId">The <see cref="Delivery.Sent.ExternalId"/> of that message.</param>
    /// <returns><see cref="Delivery.Rejected"/> when the message is not there any more.</returns>
    Task<Delivery> Edit(ConversationKey to, string externalId, Reply reply, CancellationToken cancellation);

    /// <summary>Offers what whoever is there may ask, where the channel has a menu; it may be called again with the same.</summary>
    /// <param name="staff">Null for a prospect, or somebody who is staff no longer.</param>
    Task<Delivery> Menu(ConversationKey to, Staff? staff, CancellationToken cancellation) => Task.FromResult<Delivery>(new Delivery.Sent(null));

    /// <summary>Shows that somebody is writing, where the channel can; whether it arrived does not matter.</summary>
    Task Typing(ConversationKey to, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>How a sending ended. Closed.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <param name="ExternalId">The channel's id of the message, for a later edit.</param>
    public sealed record Sent(string? ExternalId) : Delivery;

    /// <summary>Try again; not before <paramref name="After"/>, where the other side said so.</summary>
    public sealed record Retry(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>The recipient is gone or has blocked us: nothing more goes there.</summary>
    public sealed record Gone(string Reason) : Delivery;

    /// <summary>This message can never be sent (too large, malformed): a dead letter.</summary>
    public sealed record Rejected(string Reason) : Delivery;
}
