using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>A kept conversation, with the last part of its transcript and of its inbox.</summary>
/// <param name="IdleCheckPending">The outbox will look whether the person fell silent.</param>
public sealed record StoredConversation(
    ConversationRow Row,
    IReadOnlyList<MessageRow> Messages,
    IReadOnlyList<ProcessedUpdateRow> Updates,
    bool IdleCheckPending);

/// <summary>Loads kept conversations.</summary>
public static class ConversationStore
{
    /// <summary>More of a transcript is not held in memory.</summary>
    public const int LongestTranscript = 200;

    public const string IdleCheck = "idle-check";

    public static async Task<StoredConversation?> Load(ChatLeadsDb db, string channel, string id, CancellationToken cancellation)
    {
        var row = await db.Conversations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Channel == channel && row.ExternalId == id, cancellation);
        if (row is null)
            return null;
        var messages = await db.Messages.AsNoTracking().Where(message => message.ConversationId == row.Id)
            .OrderByDescending(message => message.Sequence).Take(LongestTranscript).ToListAsync(cancellation);
        messages.Reverse();
        var updates = await db.ProcessedUpdates.AsNoTracking().Where(update => update.ConversationId == row.Id)
            .OrderByDescending(update => update.Sequence).Take(LongestTranscript).ToListAsync(cancellation);
        var recipient = $"{channel}/{id}";
        var idle = await db.Outbox.AnyAsync(
            row => row.Recipient == recipient && row.Kind == IdleCheck && row.SentAt == null && row.DeadAt == null, cancellation);
        return new StoredConversation(row, messages, updates, idle);
    }
}
