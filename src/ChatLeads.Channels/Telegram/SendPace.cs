namespace ChatLeads.Channels.Telegram;

/// <summary>
/// Telegram's limits on what a bot sends: a message a second in a chat, 20 a minute in a group, 30 a second over all.
/// Counted over sliding windows, so that no second or minute holds more, wherever it begins. Thread-safe.
/// </summary>
internal sealed class SendPace(TimeProvider time)
{
    // A little longer than asked: two requests travel at different speeds.
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1050), Minute = TimeSpan.FromSeconds(60.5);
    private const int Everywhere = 30, GroupMinute = 20, Remembered = 10_000;
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> all = new();
    private readonly Dictionary<long, Chat> chats = [];

    /// <summary>Zero when a message may go to the chat now, and is counted; otherwise how long to wait before asking again.</summary>
    /// <param name="chat">Groups have negative ids.</param>
    public TimeSpan TryTake(long chat)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var wait = Wait(chat, now);
            if (wait > TimeSpan.Zero)
                return wait;
            Count(all, now, Everywhere);
            Count(Remember(chat).Sent, now, chat < 0 ? GroupMinute : 1);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Nothing goes to the chat for a time, as the server told.</summary>
    public void Hold(long chat, TimeSpan duration)
    {
        lock (gate)
            Remember(chat).HeldUntil = time.GetUtcNow() + duration;
    }

    private TimeSpan Wait(long id, DateTimeOffset now)
    {
        var due = all.Count < Everywhere ? now : all.Peek() + Second;
        if (chats.TryGetValue(id, out var chat))
        {
            due = Later(due, chat.HeldUntil);
            if (chat.Sent.Count > 0)
                due = Later(due, chat.Sent.Last() + Second);
            if (id < 0 && chat.Sent.Count == GroupMinute)
                due = Later(due, chat.Sent.Peek() + Minute);
        }
        return due > now ? due - now : TimeSpan.Zero;
    }

    private Chat Remember(long id)
    {
        if (chats.TryGetValue(id, out var chat))
            return chat;
        if (chats.Count >= Remembered)
            Forget(time.GetUtcNow() - Minute);
        return chats[id] = new Chat();
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var (id, chat) in chats)
            if (chat.HeldUntil < before && (chat.Sent.Count == 0 || chat.Sent.Last() < before))
                chats.Remove(id);
    }

    private static void Count(Queue<DateTimeOffset> sent, DateTimeOffset now, int window)
    {
        if (sent.Count == window)
            sent.Dequeue();
        sent.Enqueue(now);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class Chat
    {
        public Queue<DateTimeOffset> Sent { get; } = new();
        public DateTimeOffset HeldUntil { get; set; }
    }
}
