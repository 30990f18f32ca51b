using System.Collections.Concurrent;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>
/// The one scheduler: does what is due, one row of a recipient at a time and in order, several recipients at once. What was
/// under way when the program died is still due when it comes back.
/// </summary>
internal sealed class OutboxDispatcher(
    IDbContextFactory<ChatLeadsDb> databases,
    DbWriter writer,
    IEnumerable<IOutboxHandler> handlers,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IOutboxHandler> byKind = handlers.ToDictionary(handler => handler.Kind);
    private readonly ConcurrentDictionary<string, Task> underWay = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sleep = LongestSleep;
            try
            {
                sleep = await StartDue(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("The outbox could not be read: {Error}", failure.GetType().Name);
            }
            await signal.Wait(sleep, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(underWay.Values);
    }

    /// <returns>How long there is nothing to do.</returns>
    private async Task<TimeSpan> StartDue(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        foreach (var row in await OutboxStore.Due(db, now, 2 * MostAtOnce, stopping))
            if (underWay.Count < MostAtOnce && !underWay.ContainsKey(row.Recipient))
            {
                var registered = new TaskCompletionSource();
                underWay[row.Recipient] = Attempt(row, registered.Task, stopping);
                registered.SetResult();
            }
        var next = await OutboxStore.NextDue(db, now, stopping);
        return next is { } at && at - now < LongestSleep ? at - now : LongestSleep;
    }

    private async Task Attempt(OutboxRow row, Task registered, CancellationToken stopping)
    {
        await registered;
        try
        {
            var outcome = await Handle(row, stopping);
            await writer.Write(db => Mark(db, row.Id, outcome, clock.GetUtcNow()));
        }
        catch (Exception failure) when (failure is ObjectDisposedException || (failure is OperationCanceledException && stopping.IsCancellationRequested))
        {
            // The program stops: it stays due.
        }
        catch (Exception failure)
        {
            log.LogError("Row {Row} of the outbox could not be marked: {Error}", row.Id, failure.GetType().Name);
        }
        finally
        {
            underWay.TryRemove(row.Recipient, out _);
            signal.Kick();
        }
    }

    private async Task<OutboxOutcome> Handle(OutboxRow row, CancellationToken stopping)
    {
        if (!byKind.TryGetValue(row.Kind, out var handler))
            return new OutboxOutcome.Hopeless($"nothing handles {row.Kind}");
        try
        {
            return await handler.Handle(row, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            log.LogWarning("Row {Row} of the outbox ({Kind}) failed: {Error}", row.Id, row.Kind, failure.GetType().Name);
            return new OutboxOutcome.Failed(failure.GetType().Name, null);
        }
    }

    private static void Mark(ChatLeadsDb db, long id, OutboxOutcome outcome, DateTimeOffset now)
    {
        if (db.Outbox.Find(id) is not { } row)
            return; // Erased meanwhile.
        switch (outcome)
        {
            case OutboxOutcome.Sent sent:
                (row.SentAt, row.ExternalId, row.Error) = (now, sent.ExternalId, null);
                break;
            case OutboxOutcome.Later later:
                row.DueAt = later.Due;
                break;
            case OutboxOutcome.Failed failed:
                row.Attempts++;
                row.Error = failed.Reason;
                if (RetryPolicy.Delay(row.Attempts, id, failed.After) is { } delay)
                    row.RetryAt = now + delay;
                else
                    row.DeadAt = now;
                break;
            case OutboxOutcome.Hopeless hopeless:
                (row.DeadAt, row.Error) = (now, hopeless.Reason);
                break;
        }
    }
}
