using ChatLeads.Channels;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Outbox;

/// <summary>Does what rows of one kind say.</summary>
internal interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>At least once a row: a second time must do no harm. An exception is taken for the row's own fault.</summary>
    Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken cancellation);
}

/// <summary>
/// What has waited while its recipient could not be reached goes out together: a channel that takes a message a second would
/// otherwise need as long again for what is old by then.
/// </summary>
internal interface ILateHandler : IOutboxHandler
{
    /// <summary>Kinds that it may overtake, since they say nothing that comes before.</summary>
    IReadOnlyList<string> Overtakes { get; }

    /// <summary>As <see cref="IOutboxHandler.Handle"/>; what ends as <see cref="OutboxOutcome.Hopeless"/> is done one by one.</summary>
    /// <param name="rows">Of one recipient, in order, several.</param>
    Task<OutboxOutcome> HandleTogether(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation);
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

    /// <summary>The row itself is at fault: it is tried a few times more, and holds up none of its recipient's.</summary>
    public sealed record Broken(string Reason) : OutboxOutcome;

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
