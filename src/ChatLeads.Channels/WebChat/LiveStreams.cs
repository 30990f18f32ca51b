using System.Collections.Concurrent;
using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.WebChat;

/// <summary>The open streams of each conversation, for signs that stand in no transcript.</summary>
public sealed class LiveStreams(TimeProvider time)
{
    /// <summary>An answer that takes longer is announced by a typing sign.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    private readonly ConcurrentDictionary<(ConversationKey Conversation, Guid Stream), Action<string?>> open = new();

    /// <summary>Until disposed, <paramref name="onTyping"/> is called when the bot, or a person of that name, types.</summary>
    public IDisposable Register(ConversationKey conversation, Action<string?> onTyping)
    {
        var key = (conversation, Guid.NewGuid());
        open[key] = onTyping;
        return new Registration(() => open.TryRemove(key, out _));
    }

    /// <summary>Awaits a turn, with a typing sign when it is slow.</summary>
    public async Task<TurnReceipt> Announce(ConversationKey conversation, Task<TurnReceipt> turn)
    {
        if (!turn.IsCompleted && !open.IsEmpty)
        {
            using var done = new CancellationTokenSource();
            if (await Task.WhenAny(turn, Task.Delay(Patience, time, done.Token)) != turn)
                SignTyping(conversation, null);
            await done.CancelAsync();
        }
        return await turn;
    }

    /// <summary>Shows that somebody is writing.</summary>
    /// <param name="name">A person's; null for the bot.</param>
    public void SignTyping(ConversationKey conversation, string? name)
    {
        foreach (var (key, onTyping) in open)
            if (key.Conversation == conversation)
                onTyping(name);
    }

    private sealed class Registration(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
