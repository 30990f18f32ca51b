namespace ChatLeads.Channels.Sending;

/// <summary>Work of one chat runs in the order in which it came, that of different chats at the same time.</summary>
internal sealed class ChatLanes
{
    private readonly Dictionary<string, Task> tails = [];

    /// <summary>Completes with the work; what the work before it threw is that work's affair.</summary>
    public async Task<T> Run<T>(string chat, Func<Task<T>> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? before;
        lock (tails)
        {
            tails.TryGetValue(chat, out before);
            tails[chat] = done.Task;
        }
        try
        {
            if (before is not null)
                await before;
            return await work();
        }
        finally
        {
            lock (tails)
                if (tails[chat] == done.Task)
                    tails.Remove(chat);
            done.SetResult();
        }
    }
}
