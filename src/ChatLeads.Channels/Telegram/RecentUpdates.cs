using Telegram.Bot.Types;

namespace ChatLeads.Channels.Telegram;

/// <summary>
/// The updates that were committed lately: a server that goes on handing out what was confirmed does no harm, also when the
/// pipeline has forgotten them because their conversation may not be kept.
/// </summary>
internal sealed class RecentUpdates
{
    private const int Remembered = 10_000;
    private readonly HashSet<Identity> known = [];
    private readonly Queue<Identity> order = new();

    public bool Contains(Update update) => known.Contains(Of(update));

    public void Add(IEnumerable<Update> updates)
    {
        foreach (var identity in updates.Select(Of).Where(known.Add))
        {
            order.Enqueue(identity);
            if (order.Count > Remembered)
                known.Remove(order.Dequeue());
        }
    }

    private static Identity Of(Update update)
    {
        var message = update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message;
        return new Identity(update.Id, message?.Chat.Id, message?.Id, message?.Date, update.CallbackQuery?.Id);
    }

    /// <summary>More than the update_id, which may start over.</summary>
    private readonly record struct Identity(int Update, long? Chat, int? Message, DateTime? At, string? Query);
}
