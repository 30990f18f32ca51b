using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Storage;

namespace ChatLeads.Host.Turns;

/// <summary>A conversation in memory. Before consent this is the only place where it is (law 2).</summary>
internal sealed class LiveConversation(ConversationKey key, DateTimeOffset now)
{
    private const int RememberedUpdates = 500;

    /// <summary>Of a transcript: two messages of the greatest length, or a long day's talk.</summary>
    private const int MostCharacters = 512 * 1024;

    private readonly Lock sync = new();
    private readonly List<TranscriptEntry> transcript = [];
    private readonly Dictionary<string, string> taken = [];
    private readonly Queue<string> takenOrder = [];
    private TaskCompletionSource? changed;
    private Task lastTurn = Task.CompletedTask;
    private int watchers;
    private Task? restored;
    private bool gone;

    public ConversationKey Key => key;
    public ConversationState State { get; private set; } = ConversationState.New;
    public DateTimeOffset LastActivity { get; private set; } = now;

    /// <summary>Its row, once it may be kept.</summary>
    public int? RowId { get; private set; }
    public int? LeadNumber { get; private set; }
    public bool IdleCheckPending { get; set; }
    public long LastSequence { get; private set; }

    /// <summary>The updates taken so far, with the message id that each was given.</summary>
    public IReadOnlyDictionary<string, string> Taken => taken;

    /// <summary>Null when the update was not taken, or cannot be told from others.</summary>
    public string? TakenAs(string? updateId) => updateId is null ? null : taken.GetValueOrDefault(updateId);

    /// <summary>How much of memory its transcript takes.</summary>
    public long Characters { get; private set; }

    /// <summary>Of them, those that are in the sum of all conversations.</summary>
    public long Weighed { get; set; }

    /// <summary>There were more updates than memory holds: the oldest are known to the database alone.</summary>
    public bool HasForgottenUpdates { get; private set; }

    public static string MessageId(long sequence) => $"{sequence:D7}";

    /// <summary>Looks once whether it is kept, and continues where it was.</summary>
    public ValueTask EnsureRestored(Func<Task<StoredConversation?>> load)
    {
        lock (sync)
        {
            if (restored is null or { IsFaulted: true } or { IsCanceled: true })
                restored = Look(load);
            return restored.IsCompletedSuccessfully ? default : new ValueTask(restored);
        }
    }

    private async Task Look(Func<Task<StoredConversation?>> load)
    {
        if (await load() is { } stored)
            Restore(stored);
    }

    private void Restore(StoredConversation stored)
    {
        (RowId, LeadNumber) = (stored.Row.Id, stored.Row.LeadNumber);
        State = stored.Row.StaffId is null ? StoredJson.Read<ConversationState>(stored.Row.StateJson) : ConversationState.New;
        LastActivity = stored.Row.LastActivityAt;
        IdleCheckPending = stored.IdleCheckPending;
        HasForgottenUpdates = stored.Updates.Count >= ConversationStore.LongestTranscript;
        transcript.AddRange(stored.Messages.Select(row => TranscriptRows.Entry(row, MessageId(row.Sequence))));
        Characters = Length(transcript);
        LastSequence = Math.Max(transcript is [.., var last] ? last.Sequence : 0, stored.Updates is [var newest, ..] ? newest.Sequence : 0);
        foreach (var update in stored.Updates.Reverse())
            Remember(update.UpdateId, MessageId(update.Sequence));
    }

    /// <summary>Runs turns one at a time, in order of arrival. Null when this copy has left memory: look it up again.</summary>
    public Task<T>? InTurn<T>(Func<Task<T>> turn)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task previous;
        lock (sync)
        {
            if (gone)
                return null;
            (previous, lastTurn) = (lastTurn, over.Task);
        }
        return Run();

        async Task<T> Run()
        {
            await previous; // Never fails.
            try
            {
                return await turn();
            }
            finally
            {
                over.SetResult();
            }
        }
    }

    /// <summary>Makes a committed turn visible.</summary>
    /// <param name="updateId">See <see cref="Inbound.MessageId"/>.</param>
    public void Accept(string? updateId, string messageId, IReadOnlyList<TranscriptEntry> entries, ConversationState state, DateTimeOffset at)
    {
        lock (sync)
        {
            (State, LastActivity) = (state, at);
            if (updateId is not null)
                Remember(updateId, messageId);
            transcript.AddRange(entries);
            Characters += Length(entries);
            Shorten(entries.Count);
            if (entries is [.., var last])
                LastSequence = last.Sequence;
            if (entries.Count > 0)
                WakeWatchers();
        }
    }

    public void Stored(int rowId, int? leadNumber) => (RowId, LeadNumber) = (rowId, leadNumber);

    /// <summary>After an erasure: what was said before is gone from memory, too.</summary>
    public void Forget()
    {
        lock (sync)
        {
            (RowId, LeadNumber, IdleCheckPending, State) = (null, null, false, ConversationState.New);
            transcript.Clear();
            Characters = 0;
        }
    }

    /// <summary>Drops what told staff about a lead.</summary>
    /// <param name="upTo">What was said later stays.</param>
    public void ForgetMentions(int lead, long upTo) => _ = InTurn(() =>
    {
        lock (sync)
        {
            var removed = transcript.RemoveAll(entry => entry.Sequence <= upTo && entry.Reply.Leads.Contains(lead));
            Characters = Length(transcript);
            return Task.FromResult(removed);
        }
    });

    /// <summary>What was said so far, to be stored once consent is given.</summary>
    public IReadOnlyList<TranscriptEntry> Transcript()
    {
        lock (sync)
            return [.. transcript];
    }

    /// <summary>A watermark from before a restart, beyond all that there is now, begins anew.</summary>
    public IReadOnlyList<TranscriptEntry> Since(long watermark)
    {
        lock (sync)
        {
            if (watermark > LastSequence && watermark != long.MaxValue)
                watermark = 0;
            var from = transcript.Count;
            while (from > 0 && transcript[from - 1].Sequence > watermark)
                from--;
            return from == transcript.Count ? [] : transcript[from..];
        }
    }

    public IReadOnlyList<TranscriptEntry> Newest(int most)
    {
        lock (sync)
            return transcript[Math.Max(0, transcript.Count - most)..];
    }

    public async Task WaitBeyond(long watermark, CancellationToken cancellation)
    {
        Task change;
        lock (sync)
        {
            if (gone || Since(watermark).Count > 0) // as Since sees it: a caller that is sent back to it must find something
                return;
            change = (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            watchers++;
        }
        try
        {
            await change.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref watchers);
        }
    }

    /// <summary>Leaves memory, unless a turn is under way or, when not <paramref name="evenWatched"/>, somebody watches.</summary>
    public bool TryLeave(bool evenWatched)
    {
        lock (sync)
        {
            if (!lastTurn.IsCompleted || (watchers > 0 && !evenWatched))
                return false;
            gone = true;
            WakeWatchers();
            return true;
        }
    }

    /// <summary>Drops the oldest of what is too much for memory: never of the newest turn.</summary>
    private void Shorten(int newest)
    {
        var surplus = 0;
        while (transcript.Count - surplus > newest
            && (transcript.Count - surplus > ConversationStore.LongestTranscript || Characters > MostCharacters))
            Characters -= transcript[surplus++].Reply.Text.Length;
        transcript.RemoveRange(0, surplus);
    }

    private static long Length(IReadOnlyList<TranscriptEntry> entries) => entries.Sum(entry => (long)entry.Reply.Text.Length);

    private void WakeWatchers()
    {
        changed?.TrySetResult();
        changed = null;
    }

    private void Remember(string updateId, string messageId)
    {
        taken[updateId] = messageId;
        takenOrder.Enqueue(updateId);
        if (takenOrder.Count > RememberedUpdates)
        {
            taken.Remove(takenOrder.Dequeue());
            HasForgottenUpdates = true;
        }
    }
}
