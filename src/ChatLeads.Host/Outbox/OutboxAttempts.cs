using System.Data.Common;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>One attempt at what is first at a recipient: alone, or with what has waited with it.</summary>
internal sealed class OutboxAttempts(
    IDbContextFactory<ChatLeadsDb> databases, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, ILogger<OutboxAttempts> log)
{
    /// <summary>Waiting longer than this is no news any more.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private const int FewestTogether = 3, MostTogether = 40;

    private readonly Dictionary<string, IOutboxHandler> byKind = handlers.ToDictionary(handler => handler.Kind);

    /// <returns>The rows that it was about, and how it ended for them; a failure is the first one's alone.</returns>
    public async Task<(List<long> Rows, OutboxOutcome Outcome)> Make(OutboxRow row, CancellationToken stopping)
    {
        if (!byKind.TryGetValue(row.Kind, out var handler))
            return ([row.Id], new OutboxOutcome.Hopeless($"nothing handles {row.Kind}"));
        if (handler is ILateHandler late && clock.GetUtcNow() - row.DueAt > Late && await Waiting(late, row, stopping) is { Count: >= FewestTogether } rows)
            switch (await Try(row, () => late.HandleTogether(rows, stopping), stopping))
            {
                case OutboxOutcome.Sent sent:
                    return (rows.ConvertAll(waiting => waiting.Id), sent);
                case OutboxOutcome.Failed failed:
                    return ([row.Id], failed);
            }
        return ([row.Id], await Try(row, () => handler.Handle(row, stopping), stopping));
    }

    private async Task<List<OutboxRow>> Waiting(ILateHandler late, OutboxRow row, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        return await OutboxStore.Alike(db, row, late.Overtakes, clock.GetUtcNow(), MostTogether, stopping);
    }

    private async Task<OutboxOutcome> Try(OutboxRow row, Func<Task<OutboxOutcome>> handle, CancellationToken stopping)
    {
        try
        {
            return await handle();
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            log.LogWarning("Row {Row} of the outbox ({Kind}) failed: {Error}", row.Id, row.Kind, failure.GetType().Name);
            return failure is DbException or IOException or HttpRequestException or OperationCanceledException or TimeoutException
                ? new OutboxOutcome.Failed(failure.GetType().Name, null)
                : new OutboxOutcome.Broken(failure.GetType().Name);
        }
    }
}
