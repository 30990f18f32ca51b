using ChatLeads.Channels;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Outbox;

/// <summary>Does what rows of one kind say.</summary>
internal interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>At least once a row: a second time must do no harm. An exception is a failed attempt.</summary>
    Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation);
}

/// <summary>How one attempt at a row ended. Closed.</summary>
internal abstract record OutboxOutcome
{
    private OutboxOutcome() { }

    public sealed record Sent(string? ExternalId) : OutboxOutcome;

    /// <summary>It was not its time; this is no failed attempt.</summary>
    public sealed record Later(DateTimeOffset Due) : OutboxOutcome;

    /// <param name="After">How long the other side told us to wait.</param>
    public sealed record Failed(string Reason, TimeSpan? After) : OutboxOutcome;

    /// <summary>It can never be done.</summary>
    public sealed record Hopeless(string Reason) : OutboxOutcome;

    public static OutboxOutcome Of(Delivery delivery) => delivery switch
    {
        Delivery.Sent sent => new Sent(sent.ExternalId),
        Delivery.Retry retry => new Failed(retry.Reason, retry.After),
        Delivery.Gone gone => new Hopeless(gone.Reason),
        Delivery.Rejected rejected => new Hopeless(rejected.Reason),
        _ => throw new InvalidOperationException($"{delivery.GetType().Name} is no delivery."),
    };
}
