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
        updates = [.. (firstTime ? conversation.Taken.Keys : []).Append(turn.Inbound.MessageId).OfType<string>()
            .Select(id => new ProcessedUpdateRow { UpdateId = id, Sequence = sequence })];
    }

    /// <summary>Inside the writer. The conversation's row has its id afterwards; the context may not track it.</summary>
    public ConversationRow Save(ChatLeadsDb db)
    {
        var statements = ConversationStatements.Of(db);
        var row = Row();
        if (turn.Conversation.RowId is { } id)
        {
            row.Id = id;
            statements.Update(db, id, stateJson, turn.At);
        }
        else
        {
            row.CreatedAt = turn.At;
            db.Conversations.Add(row);
            db.SaveChanges(); // For its id.
        }
        foreach (var message in messages)
        {
            message.ConversationId = row.Id;
            statements.Insert(db, message);
        }
        foreach (var update in updates)
        {
            update.ConversationId = row.Id;
            statements.Insert(db, update);
        }
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
