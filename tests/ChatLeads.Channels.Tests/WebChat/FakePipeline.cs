using System.Collections.Concurrent;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Tests.WebChat;

/// <summary>The pipeline as web chat sees it, in memory: a bot that greets, and then repeats what it hears.</summary>
internal sealed class FakePipeline(TimeProvider time) : ITurns, ITranscripts
{
    public static readonly Reply Greeting = new("Hola, soy un programa. ¿Seguimos?", "es", Field.Consent)
    {
        Choices = [new Choice("Sí, de acuerdo", "yes"), new Choice("No, gracias", "no")],
    };

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, List<TranscriptEntry>> transcripts = [];
    private readonly Dictionary<(ConversationKey, string), string> inbox = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<Inbound> Taken { get; } = [];

    /// <summary>What a turn waits for before it answers.</summary>
    public Task Slowness { get; set; } = Task.CompletedTask;

    /// <summary>Reading transcripts fails.</summary>
    public bool IsBroken { get; set; }

    public Func<Incoming, Reply?> Answer { get; set; } = content => content switch
    {
        Opened => Greeting,
        TextSent said => new Reply($"Has dicho: {said.Text}", "es"),
        ChoicePressed pressed => new Reply($"Elegido: {pressed.Value}", "es"),
        Unreadable file => new Reply($"No puedo abrir: {file.Kind}", "es"),
        _ => null,
    };

    public async Task<TurnReceipt> Take(Inbound inbound, CancellationToken cancellation)
    {
        await Slowness;
        Taken.Enqueue(inbound);
        lock (gate)
        {
            if (inbound.MessageId is { } update && inbox.TryGetValue((inbound.Conversation, update), out var earlier))
                return new TurnReceipt(earlier, true, []);
            var said = inbound.Content switch { TextSent t => t.Text, ChoicePressed c => c.Label, Unreadable u => u.Kind, _ => null };
            var id = said is null ? "-" : Add(inbound.Conversation, Speaker.Prospect, new Reply(said, "es"), inbound.ClientId).Id;
            if (inbound.MessageId is { } first)
                inbox[(inbound.Conversation, first)] = id;
            var reply = Answer(inbound.Content);
            return new TurnReceipt(id, false, reply is null ? [] : [Add(inbound.Conversation, Speaker.Bot, reply, replyTo: said is null ? null : id)]);
        }
    }

    /// <summary>The bot says something of its own accord.</summary>
    public void Say(ConversationKey conversation, Reply reply)
    {
        lock (gate)
            Add(conversation, Speaker.Bot, reply);
    }

    public void Begin(ConversationKey conversation)
    {
        lock (gate)
            transcripts.TryAdd(conversation, []);
    }

    public ValueTask<IReadOnlyList<TranscriptEntry>?> Since(ConversationKey conversation, long watermark, CancellationToken cancellation)
    {
        if (IsBroken)
            throw new IOException("The database is away.");
        lock (gate)
            return new(transcripts.TryGetValue(conversation, out var all) ? [.. all.Where(e => e.Sequence > watermark)] : null);
    }

    public async ValueTask<IReadOnlyList<TranscriptEntry>?> Newest(ConversationKey conversation, int most, CancellationToken cancellation) =>
        (await Since(conversation, 0, cancellation))?.TakeLast(most).ToList();

    public async Task WaitBeyond(ConversationKey conversation, long watermark, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (transcripts[conversation].Count > watermark)
                    return;
                next = news.Task;
            }
            await next.WaitAsync(cancellation);
        }
    }

    private TranscriptEntry Add(ConversationKey conversation, Speaker speaker, Reply reply, string? clientId = null, string? replyTo = null)
    {
        var all = transcripts[conversation];
        var entry = new TranscriptEntry(all.Count + 1, $"{all.Count + 1:D7}", speaker, reply, time.GetUtcNow(), clientId, ReplyTo: replyTo);
        all.Add(entry);
        news.SetResult();
        news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return entry;
    }
}
