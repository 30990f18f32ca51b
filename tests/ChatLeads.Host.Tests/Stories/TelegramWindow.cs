using System.Globalization;
using ChatLeads.Channels.Tests.Telegram.Emulator;

namespace ChatLeads.Host.Tests.Stories;

/// <summary>A private chat or group in Telegram, as one of its people uses it.</summary>
internal sealed class TelegramWindow(TelegramPerson person, TelegramChat chat) : Window
{
    public override Task<IReadOnlyList<Shown>> Screen() => Task.FromResult<IReadOnlyList<Shown>>(
        [.. chat.FromBot.Select(message => new Shown(message.Id.ToString(CultureInfo.InvariantCulture), message.Text, message.Buttons))]);

    public int SeesTyping => chat.Typing;

    public override Task Writes(string text)
    {
        person.Writes(text, to: chat);
        return Task.CompletedTask;
    }

    public override Task Presses(Shown message, string label)
    {
        person.PressesForged(chat.Message(long.Parse(message.Id, CultureInfo.InvariantCulture))!, message.DataOf(label));
        return Task.CompletedTask;
    }
}
