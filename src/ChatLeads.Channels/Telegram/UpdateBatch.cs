using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace ChatLeads.Channels.Telegram;

/// <summary>Takes batches of updates and tells how far they may be confirmed. For one caller at a time.</summary>
internal sealed class UpdateBatch(Func<Update, CancellationToken, Task> handle, ILogger log)
{
    /// <summary>How often an update may fail, while others succeed, before it is given up.</summary>
    public const int Patience = 100;

    private readonly Dictionary<int, int> failures = [];
    private readonly RecentUpdates recent = new();

    /// <summary>Updates of one chat run in order, those of different chats at the same time.</summary>
    /// <param name="batch">At least one.</param>
    /// <returns>The offset to go on with, before which all is committed; and whether that is all of the batch.</returns>
    public async Task<(int Offset, bool All)> Take(IReadOnlyList<Update> batch, CancellationToken cancellation)
    {
        var ordered = batch.OrderBy(update => update.Id).ToList();
        var fresh = ordered.Where(update => !recent.Contains(update)).ToList();
        var chats = await Task.WhenAll(fresh.GroupBy(ChatOf).Select(chat => TakeInOrder([.. chat], cancellation)));
        cancellation.ThrowIfCancellationRequested();

        var done = chats.SelectMany(chat => chat.Done).ToHashSet();
        // When nothing at all succeeds it is not the update's fault.
        if (done.Count > 0)
            done.UnionWith(chats.Select(chat => chat.Failed).OfType<int>().Where(GivesUp));
        recent.Add(fresh.Where(update => done.Contains(update.Id)));
        var first = fresh.Find(update => !done.Contains(update.Id));
        if (first is null)
            failures.Clear();
        return (first?.Id ?? ordered[^1].Id + 1, first is null);
    }

    private async Task<(List<int> Done, int? Failed)> TakeInOrder(IReadOnlyList<Update> updates, CancellationToken cancellation)
    {
        var done = new List<int>();
        foreach (var update in updates)
        {
            try
            {
                await handle(update, cancellation);
                done.Add(update.Id);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // Only the kind: the message could quote what a person wrote.
                log.LogError("Update {UpdateId} was not taken ({Error}); it will come again.", update.Id, e.GetType().Name);
                return (done, update.Id);
            }
        }
        return (done, null);
    }

    /// <summary>One that fails again and again while others succeed must not hold up its chat, and the queue, for ever.</summary>
    private bool GivesUp(int id)
    {
        failures[id] = failures.GetValueOrDefault(id) + 1;
        if (failures[id] < Patience)
            return false;
        log.LogError("Update {UpdateId} failed {Times} times and is given up.", id, Patience);
        return true;
    }

    private static long ChatOf(Update update) =>
        (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id ?? 0;
}
