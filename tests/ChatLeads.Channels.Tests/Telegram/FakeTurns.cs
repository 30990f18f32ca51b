using System.Collections.Concurrent;
using System.Threading.Channels;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Tests.Telegram;

/// <summary>A pipeline that remembers what it took and says what the test wants.</summary>
internal sealed class FakeTurns : ITurns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<(ConversationKey, string), bool> seen = new();
    private readonly Channel<Inbound> taken = Channel.CreateUnbounded<Inbound>();
    private readonly ConcurrentQueue<Inbound> all = new();

    public Func<Inbound, IReadOnlyList<Reply>> Answers { get; set; } = _ => [];

    /// <summary>What must be over before a turn commits; may throw.</summary>
    public Func<Inbound, Task> Commits { get; set; } = _ => Task.CompletedTask;

    public Func<Inbound, bool> InOutbox { get; set; } = _ => false;

    /// <summary>New updates only, in the order of their commits.</summary>
    public IReadOnlyList<Inbound> Taken => [.. all];

    public int Duplicates { get; private set; }

    public async Task<TurnReceipt> Take(Inbound inbound, CancellationToken cancellation)
    {
        await Commits(inbound);
        var id = inbound.MessageId!; // This channel names one always.
        if (!seen.TryAdd((inbound.Conversation, id), true))
        {
            Duplicates++;
            return new TurnReceipt(id, true, []);
        }
        all.Enqueue(inbound);
        taken.Writer.TryWrite(inbound);
        var said = Answers(inbound).Select((reply, index) => new TranscriptEntry(index + 1, $"{index}", Speaker.Bot, reply, DateTimeOffset.UnixEpoch));
        return new TurnReceipt(id, false, [.. said], InOutbox(inbound));
    }

    /// <summary>The next new update that was committed.</summary>
    public async Task<Inbound> Next()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await taken.Reader.ReadAsync(patience.Token);
    }
}
