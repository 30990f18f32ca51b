using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels;

/// <summary>The one way of a turn, as a channel sees it: what it hands in is committed when the task completes.</summary>
public interface ITurns
{
    /// <summary>Takes one update in; turns of one conversation run one at a time, in order of arrival.</summary>
    /// <exception cref="OperationCanceledException">The program is stopping; the update was not taken.</exception>
    Task<TurnReceipt> Take(Inbound inbound, CancellationToken cancellation);
}

/// <param name="MessageId">The id under which the update stands in the transcript.</param>
/// <param name="Duplicate">The update had been taken before; nothing was done.</param>
/// <param name="Replies">What the turn said back, already in the transcript: for channels that answer in place.</param>
/// <param name="InOutbox">
/// The replies are outbox rows, and leave from there. False while the conversation may not be stored (law 2): a push
/// channel then sends <paramref name="Replies"/> itself, from memory.
/// </param>
public sealed record TurnReceipt(
    string MessageId, bool Duplicate, IReadOnlyList<TranscriptEntry> Replies, bool InOutbox = false);

/// <summary>Told by channels that somebody is writing: it is passed on while a person talks to a prospect, and stored nowhere.</summary>
public interface ITypingSigns
{
    void IsTyping(ConversationKey conversation);
}

/// <summary>Who said an entry of a transcript.</summary>
public enum Speaker { Prospect, Bot, Rep }

/// <summary>One thing that was said.</summary>
/// <param name="Sequence">1, 2, 3… within the conversation: the watermark of pull channels.</param>
/// <param name="ClientId">What the client called it, to be echoed (Direct Line's <c>clientActivityID</c>).</param>
/// <param name="SpeakerName">A rep's name after a takeover; null for the bot's own.</param>
/// <param name="ReplyTo">The <see cref="Id"/> of the entry that this one answers.</param>
public sealed record TranscriptEntry(
    long Sequence,
    string Id,
    Speaker Speaker,
    Reply Reply,
    DateTimeOffset At,
    string? ClientId = null,
    string? SpeakerName = null,
    string? ReplyTo = null);

/// <summary>Transcripts for pull channels (web chat and desk), whether in memory or stored.</summary>
public interface ITranscripts
{
    /// <summary>Begins a conversation that this program has issued the id of. Idempotent.</summary>
    void Begin(ConversationKey conversation);

    /// <summary>Entries after <paramref name="watermark"/>, in order; null when there is no such conversation.</summary>
    ValueTask<IReadOnlyList<TranscriptEntry>?> Since(ConversationKey conversation, long watermark, CancellationToken cancellation);

    /// <summary>At most so many of the newest entries, in order; null when there is no such conversation.</summary>
    ValueTask<IReadOnlyList<TranscriptEntry>?> Newest(ConversationKey conversation, int most, CancellationToken cancellation);

    /// <summary>Completes when there is an entry after <paramref name="watermark"/>, at once when there is one already.</summary>
    Task WaitBeyond(ConversationKey conversation, long watermark, CancellationToken cancellation);
}
