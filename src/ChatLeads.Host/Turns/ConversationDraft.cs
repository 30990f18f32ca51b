using ChatLeads.Channels;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Turns;

/// <summary>The rows that a turn adds to its conversation, made ready outside the writer's thread.</summary>
internal sealed class ConversationDraft
{
    private readonly Turn turn;
    private readonly string stateJson;
    private readonly IReadOnlyList<MessageRow> messages;
    private readonly IReadOnlyList<ProcessedUpdateRow> updates;

    public ConversationDraft(Turn turn, IReadOnlyList<TranscriptEntry> entries, string stateJson)
    {
        this.turn = turn;
        this.stateJson = stateJson;
        var conversation = turn.Conversation;
        var firstTime = conversation.RowId is null; // Then what was said before the consent goes with it.
        messages = [.. (firstTime ? conversation.Transcript().Concat(entries) : entries).Select(TranscriptRows.Row)];
        var sequence = entries is [.., var last] ? last.Sequence : conversation.LastSequence;
        updates = [.. (firstTime ? conversation.Taken.Keys : []).Append(turn.Inbound.MessageId)
            .Select(id => new ProcessedUpdateRow { UpdateId = id, Sequence = sequence })];
    }

    /// <summary>Inside the writer. The conversation's row has its id afterwards; changes to it are saved.</summary>
    public ConversationRow Save(ChatLeadsDb db)
    {
        var row = turn.Conversation.RowId is { } id ? Update(db, id) : Insert(db);
        foreach (var message in messages)
            message.ConversationId = row.Id;
        foreach (var update in updates)
            update.ConversationId = row.Id;
        db.Messages.AddRange(messages);
        db.ProcessedUpdates.AddRange(updates);
        return row;
    }

    private ConversationRow Insert(ChatLeadsDb db)
    {
        var row = Row();
        row.CreatedAt = turn.At;
        db.Conversations.Add(row);
        db.SaveChanges();
        return row;
    }

    private ConversationRow Update(ChatLeadsDb db, int id)
    {
        var row = Row();
        row.Id = id;
        var entry = db.Attach(row);
        entry.Property(row => row.StateJson).IsModified = true;
        entry.Property(row => row.LastActivityAt).IsModified = true;
        return row;
    }

    private ConversationRow Row() => new()
    {
        Channel = turn.Inbound.Conversation.Channel,
        ExternalId = turn.Inbound.Conversation.Id,
        StaffId = turn.Inbound.Staff?.Id,
        LeadNumber = turn.Conversation.LeadNumber,
        StateJson = stateJson,
        LastActivityAt = turn.At,
    };
}
