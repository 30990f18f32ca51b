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
    OutboxAttempts attempts,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

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
        // As it was before the reading: what is marked while we read is read as still due.
        var busy = underWay.Keys.ToHashSet();
        foreach (var row in await OutboxStore.Due(db, now, 2 * MostAtOnce, stopping))
            if (underWay.Count < MostAtOnce && !busy.Contains(row.Recipient))
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
            var (rows, outcome) = await attempts.Make(row, stopping);
            var now = clock.GetUtcNow();
            await writer.Write(db => rows.ForEach(id => OutboxMarks.Mark(db, id, outcome, now)));
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
}
