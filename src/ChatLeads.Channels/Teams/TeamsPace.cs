namespace ChatLeads.Channels.Teams;

/// <summary>Teams' limit on what a bot sends: seven requests a second in a conversation, counted over a sliding window. Thread-safe.</summary>
internal sealed class TeamsPace(TimeProvider time)
{
    private const int Most = 7, Remembered = 10_000;

    // A little longer than asked: two requests travel at different speeds.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1050);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Sendings> conversations = [];

    /// <summary>Zero when a request may go to the conversation now, and is counted; otherwise how long to wait before asking again.</summary>
    public TimeSpan TryTake(string conversation)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var sendings = Of(conversation);
            var due = sendings.Times.Count == Most ? sendings.Times.Peek() + Window : now;
            due = sendings.HeldUntil > due ? sendings.HeldUntil : due;
            if (due > now)
                return due - now;
            if (sendings.Times.Count == Most)
                sendings.Times.Dequeue();
            sendings.Times.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Nothing goes to the conversation for a time, as the connector told.</summary>
    public void Hold(string conversation, TimeSpan duration)
    {
        lock (gate)
            Of(conversation).HeldUntil = time.GetUtcNow() + duration;
    }

    private Sendings Of(string conversation)
    {
        if (conversations.TryGetValue(conversation, out var sendings))
            return sendings;
        if (conversations.Count >= Remembered)
            Forget(time.GetUtcNow() - Window);
        return conversations[conversation] = new Sendings();
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var (id, sendings) in conversations)
            if (sendings.HeldUntil < before && sendings.Times.All(at => at < before))
                conversations.Remove(id);
    }

    private sealed class Sendings
    {
        public Queue<DateTimeOffset> Times { get; } = new();
        public DateTimeOffset HeldUntil { get; set; }
    }
}
