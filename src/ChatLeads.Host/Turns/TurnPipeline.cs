using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Team;

namespace ChatLeads.Host.Turns;

/// <summary>The one way of a turn: decide, commit, then let it be seen.</summary>
internal sealed class TurnPipeline(
    LiveConversations conversations,
    ProspectTurns prospects,
    StaffTurns staff,
    TurnRecorder recorder,
    StaffChats chats,
    Entrance entrance,
    OutboxSignal outbox,
    TimeProvider clock,
    IHostApplicationLifetime lifetime) : ITurns
{
    public async Task<TurnReceipt> Take(Inbound inbound, CancellationToken cancellation)
    {
        inbound = await chats.Recognise(inbound, cancellation);
        while (true)
        {
            lifetime.ApplicationStopping.ThrowIfCancellationRequested();
            var conversation = await conversations.GetOrBegin(inbound.Conversation, cancellation);
            if (conversation.InTurn(() => Run(conversation, inbound)) is { } turn)
                return await turn;
        }
    }

    private async Task<TurnReceipt> Run(LiveConversation conversation, Inbound inbound)
    {
        if (conversation.TakenAs(inbound.MessageId) is { } before)
            return new TurnReceipt(before, Duplicate: true, []);
        var turn = new Turn(conversation, inbound, clock.GetUtcNow());
        Committed committed;
        try
        {
            committed = await entrance.Take(turn) is { } entered ? entered
                : inbound.Staff is { } person ? await staff.Take(turn, person) : await prospects.Take(turn);
        }
        catch (Exception) when (conversation.HasForgottenUpdates && inbound.MessageId is not null)
        {
            // The inbox refuses what was taken so long ago that only the database knows.
            if (await recorder.WasTaken(conversation, inbound.MessageId))
                return new TurnReceipt(inbound.MessageId, Duplicate: true, []);
            throw;
        }
        conversation.Accept(inbound.MessageId, turn.MessageId, committed.Entries, committed.State, turn.At);
        conversations.Weigh(conversation);
        if (committed.WroteOutbox)
            outbox.Kick();
        return new TurnReceipt(turn.MessageId, Duplicate: false, [.. committed.Entries.Where(entry => entry.Speaker == Speaker.Bot)], committed.RepliesInOutbox);
    }
}

/// <summary>One update on its way through.</summary>
internal sealed class Turn(LiveConversation conversation, Inbound inbound, DateTimeOffset at)
{
    public LiveConversation Conversation => conversation;
    public Inbound Inbound => inbound;
    public DateTimeOffset At => at;

    /// <summary>What the transcript shows for it; null for what is not said (opening, a visit, silence).</summary>
    public string? Words { get; } = inbound.Content switch
    {
        TextSent sent => sent.Text,
        ChoicePressed pressed => pressed.Label,
        Unreadable unreadable => $"[{unreadable.Kind}]",
        RepSaid said => said.Text,
        _ => null,
    };

    /// <summary>The message's id in the transcript.</summary>
    public string MessageId { get; } = LiveConversation.MessageId(conversation.LastSequence + 1);

    /// <summary>Leads that a staff member's words are about besides those of the answer.</summary>
    public IReadOnlyList<int> About { get; set; } = [];

    /// <summary>The person of the firm who speaks; null for a prospect.</summary>
    private string? Rep => Inbound.Content is RepSaid said ? said.Name : Inbound.Staff?.Name;

    /// <summary>What staff say is about the leads that the answer is about.</summary>
    private Reply Said(string words, IReadOnlyList<Reply> replies) => new(words, Conversation.State.Language ?? "")
    {
        Leads = Inbound.Staff is null ? [] : [.. replies.SelectMany(reply => reply.Leads).Concat(About).Distinct()],
        SpokenBy = Inbound.Content is RepSaid ? Rep : null,
    };

    /// <summary>What the turn adds to the transcript: what was said, and the answer.</summary>
    public IReadOnlyList<TranscriptEntry> Entries(IReadOnlyList<Reply> replies)
    {
        var entries = new List<TranscriptEntry>(replies.Count + 1);
        if (Words is not null)
            Add(Rep is null ? Speaker.Prospect : Speaker.Rep, Said(Words, replies), Inbound.ClientId, null);
        foreach (var reply in replies)
            Add(Speaker.Bot, reply, null, Words is null ? null : MessageId);
        return entries;

        void Add(Speaker speaker, Reply reply, string? clientId, string? replyTo)
        {
            var sequence = Conversation.LastSequence + entries.Count + 1;
            entries.Add(new TranscriptEntry(sequence, LiveConversation.MessageId(sequence), speaker, reply, At, clientId, speaker is Speaker.Rep ? Rep : reply.SpokenBy, replyTo));
        }
    }
}

/// <summary>A turn that is on disk as far as it has to be, ready to be seen.</summary>
internal sealed record Committed(ConversationState State, IReadOnlyList<TranscriptEntry> Entries, bool WroteOutbox)
{
    /// <summary>The replies of a push channel's conversation, once it may be stored.</summary>
    public bool RepliesInOutbox { get; init; }
}
