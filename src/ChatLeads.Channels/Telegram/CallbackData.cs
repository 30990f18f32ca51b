using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Telegram;

/// <summary>What a button of ours stands for.</summary>
/// <param name="Keyboard">The same for all buttons of one message: its answer counts once.</param>
/// <param name="Once">An answer to a question, which is given once; an action of a card may be pressed again.</param>
internal sealed record Button(string Keyboard, bool Once, Incoming Content, string Label);

/// <summary>
/// Signs what buttons carry. A client may send any data for any message, so a button is bound to its chat and, by the
/// keyboard's own id, to its message. Layout: kind (1), keyboard (8), signature (11), then <c>field|value</c>; 64 bytes at most.
/// A value that is too long is left out: the label is then said, as the person could have typed it.
/// </summary>
internal sealed class CallbackData(string token)
{
    private const int Limit = 64, BodyStart = 20;
    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "ChatLeads buttons"u8);

    /// <param name="message">What is being sent, the same each time it is tried: copies share one answer.</param>
    public static string KeyboardId(string message) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(message)).AsSpan(0, 6));

    public string Write(string chat, string keyboard, bool once, Choice choice, Field? asked)
    {
        foreach (var (body, label) in Bodies(choice, asked))
        {
            var kind = (once, label is null) switch { (true, true) => 'q', (true, false) => 'Q', (false, true) => 'a', _ => 'A' };
            var data = kind + keyboard + Sign(chat, kind, keyboard, body, label) + body;
            if (Encoding.UTF8.GetByteCount(data) <= Limit)
                return data;
        }
        throw new InvalidOperationException("A button without its value always fits.");
    }

    /// <summary>Null when the data isn't ours, or was for another chat.</summary>
    /// <param name="label">What stands on the button, as Telegram (not the client) tells it; null when it doesn't.</param>
    public Button? Read(string chat, string data, string? label)
    {
        if (data.Length < BodyStart || "qQaA".IndexOf(data[0]) < 0)
            return null;
        var (kind, keyboard, body) = (data[0], data[1..9], data[BodyStart..]);
        var byLabel = char.IsUpper(kind);
        if (byLabel && label is null)
            return null;
        var expected = Sign(chat, kind, keyboard, body, byLabel ? label : null);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(data[9..BodyStart])))
            return null;
        var bar = body.IndexOf('|', StringComparison.Ordinal);
        var value = body[(bar + 1)..];
        Field? asked = bar > 0 ? new Field(body[..bar]) : null;
        Incoming content = byLabel ? new TextSent(label!) : new ChoicePressed(value, label ?? value, asked);
        return new Button(keyboard, char.ToLowerInvariant(kind) == 'q', content, label ?? value);
    }

    private static IEnumerable<(string Body, string? Label)> Bodies(Choice choice, Field? asked) =>
    [
        ($"{asked?.Id}|{choice.Value}", null),
        ($"|{choice.Value}", null),
        ("|", choice.Label),
    ];

    private string Sign(string chat, char kind, string keyboard, string body, string? label) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{chat}\n{kind}{keyboard}\n{body}\n{label}")).AsSpan(0, 8));
}
