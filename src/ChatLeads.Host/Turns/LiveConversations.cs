using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>The conversations in memory; kept ones are loaded when they come back.</summary>
internal sealed class LiveConversations(IDbContextFactory<ChatLeadsDb> databases, TimeProvider clock, ChatLeadsOptions options) : ITranscripts
{
    private readonly ConcurrentDictionary<ConversationKey, LiveConversation> live = [];

    private long characters;

    public int Count => live.Count;

    public void Begin(ConversationKey conversation)
    {
        if (live.Count >= options.MaxLiveConversations)
            MakeRoom();
        live.GetOrAdd(conversation, Create);
    }

    public async ValueTask<LiveConversation> GetOrBegin(ConversationKey key, CancellationToken cancellation)
    {
        var conversation = live.GetOrAdd(key, Create);
        await conversation.EnsureRestored(() => Load(key, cancellation));
        return conversation;
    }

    /// <summary>Null when it is neither in memory nor kept.</summary>
    public async ValueTask<LiveConversation?> Find(ConversationKey key, CancellationToken cancellation) =>
        live.ContainsKey(key) || await Load(key, cancellation) is not null ? await GetOrBegin(key, cancellation) : null;

    public async ValueTask<IReadOnlyList<TranscriptEntry>?> Since(ConversationKey conversation, long watermark, CancellationToken cancellation) =>
        (await Find(conversation, cancellation))?.Since(watermark);

    public async ValueTask<IReadOnlyList<TranscriptEntry>?> Newest(ConversationKey conversation, int most, CancellationToken cancellation) =>
        (await Find(conversation, cancellation))?.Newest(most);

    /// <summary>As <see cref="Since"/>, once the turns under way have ended: what they committed is then seen, too.</summary>
    public async Task<IReadOnlyList<TranscriptEntry>> SinceSettled(ConversationKey conversation, long watermark, CancellationToken cancellation)
    {
        while (await Find(conversation, cancellation) is { } found)
            if (found.InTurn(() => Task.FromResult(found.Since(watermark))) is { } entries)
                return await entries;
        return [];
    }

    public async Task WaitBeyond(ConversationKey conversation, long watermark, CancellationToken cancellation)
    {
        if (await Find(conversation, cancellation) is { } found)
            await found.WaitBeyond(watermark, cancellation);
    }

    /// <summary>Where each conversation in memory stands.</summary>
    public IReadOnlyList<(LiveConversation Conversation, long Last)> Standing() => [.. live.Values.Select(conversation => (conversation, conversation.LastSequence))];

    /// <summary>After an erasure was committed: forgets the lead here, at the desk and in the database's log.</summary>
    public async Task ForgetLead(int? number)
    {
        foreach (var conversation in live.Values)
            if (number is not null && conversation.LeadNumber == number)
                conversation.Forget();
            else if (number is not null)
                conversation.ForgetMentions(number.Value, long.MaxValue); // After what is being said there now.
        await using var db = await databases.CreateDbContextAsync();
        Erasure.TruncateLog(db);
    }

    /// <summary>Lets go of abandoned conversations: unconsented ones are gone for good, kept ones come back from the database.</summary>
    public void Sweep()
    {
        var limit = clock.GetUtcNow() - TimeSpan.FromMinutes(options.ForgetAfterMinutes);
        foreach (var conversation in live.Values.Where(conversation => conversation.LastActivity < limit))
            Leave(conversation, evenWatched: false);
    }

    /// <summary>After a turn: keeps what all transcripts take together within the setting. The longest leave first: people write little.</summary>
    public void Weigh(LiveConversation conversation)
    {
        var more = conversation.Characters - conversation.Weighed;
        conversation.Weighed += more;
        var most = options.MaxLiveMegabytes * 1024L * 1024 / sizeof(char);
        if (Interlocked.Add(ref characters, more) <= most)
            return;
        foreach (var longest in live.Values.OrderByDescending(live => live.Characters))
        {
            Leave(longest, evenWatched: true);
            if (Interlocked.Read(ref characters) <= most / 10 * 9)
                return;
        }
    }

    private void MakeRoom()
    {
        foreach (var oldest in live.Values.OrderBy(conversation => conversation.LastActivity).Take(1 + options.MaxLiveConversations / 10))
            Leave(oldest, evenWatched: true);
    }

    private void Leave(LiveConversation conversation, bool evenWatched)
    {
        if (!conversation.TryLeave(evenWatched) || !live.TryRemove(KeyValuePair.Create(conversation.Key, conversation)))
            return;
        Interlocked.Add(ref characters, -conversation.Weighed);
    }

    private async Task<StoredConversation?> Load(ConversationKey key, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await ConversationStore.Load(db, key.Channel, key.Id, cancellation);
    }

    private LiveConversation Create(ConversationKey key) => new(key, clock.GetUtcNow());
}
