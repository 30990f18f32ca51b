namespace ChatLeads.Host.Outbox;

/// <summary>Tells the dispatcher that there is something to do before its next due time.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Kick()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told and has not looked yet.
        }
    }

    public void Dispose() => signal.Dispose();

    /// <summary>Completes at a kick or after <paramref name="longest"/>.</summary>
    public async Task Wait(TimeSpan longest, TimeProvider clock, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var kicked = signal.WaitAsync(timeout.Token);
        await Task.WhenAny(kicked, Task.Delay(longest, clock, timeout.Token));
        await timeout.CancelAsync();
        await kicked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }
}
