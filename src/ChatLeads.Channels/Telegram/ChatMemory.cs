using System.Collections.Concurrent;

namespace ChatLeads.Channels.Telegram;

/// <summary>What a chat was last shown, as far as it matters for what comes next. In memory alone; losing it does little harm.</summary>
internal sealed class ChatMemory
{
    private const int Remembered = 20_000;
    private readonly ConcurrentDictionary<long, string> languages = new();
    private readonly ConcurrentDictionary<long, bool> phoneKeyboards = new();

    /// <summary>The language of the bot's last words there.</summary>
    public string? Language(long chat) => languages.GetValueOrDefault(chat);

    public void Spoke(long chat, string language)
    {
        if (languages.Count > Remembered)
            languages.Clear();
        languages[chat] = language;
    }

    public void ShowedPhoneKeyboard(long chat) => phoneKeyboards[chat] = true;

    /// <summary>True once: whoever sends next takes the keyboard away.</summary>
    public bool TakePhoneKeyboard(long chat) => phoneKeyboards.TryRemove(chat, out _);
}
