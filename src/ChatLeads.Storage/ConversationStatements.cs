using System.Data.Common;
using System.Runtime.CompilerServices;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>
/// The rows that every stored turn writes, as statements that stay prepared on the writer's connection: through the change
/// tracker they would cost several times as much, and nothing else is written so often.
/// </summary>
public sealed class ConversationStatements
{
    private static readonly ConditionalWeakTable<DbConnection, ConversationStatements> Prepared = [];

    private readonly PreparedStatement message;
    private readonly PreparedStatement update;
    private readonly PreparedStatement conversation;

    private ConversationStatements(DbConnection connection)
    {
        message = new PreparedStatement(connection,
            """
            INSERT INTO "Messages" ("ConversationId", "Sequence", "Speaker", "SpeakerName", "ReplyJson", "ClientId", "ReplyTo", "At", "Mentions")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
            """);
        update = new PreparedStatement(connection,
            """INSERT INTO "ProcessedUpdates" ("ConversationId", "UpdateId", "Sequence") VALUES (@p0, @p1, @p2)""");
        conversation = new PreparedStatement(connection,
            """UPDATE "Conversations" SET "StateJson" = @p1, "LastActivityAt" = @p2 WHERE "Id" = @p0""");
    }

    /// <summary>Those of the context's open connection.</summary>
    public static ConversationStatements Of(ChatLeadsDb db) =>
        Prepared.GetValue(db.Database.GetDbConnection(), connection => new ConversationStatements(connection));

    public void Insert(ChatLeadsDb db, MessageRow row) => message.Run(
        db, row.ConversationId, row.Sequence, row.Speaker, row.SpeakerName, row.ReplyJson, row.ClientId, row.ReplyTo, row.At.ToUnixTimeMilliseconds(), row.Mentions);

    public void Insert(ChatLeadsDb db, ProcessedUpdateRow row) => update.Run(db, row.ConversationId, row.UpdateId, row.Sequence);

    /// <exception cref="DbUpdateConcurrencyException">The conversation was erased meanwhile.</exception>
    public void Update(ChatLeadsDb db, int id, string stateJson, DateTimeOffset lastActivity)
    {
        if (conversation.Run(db, id, stateJson, lastActivity.ToUnixTimeMilliseconds()) == 0)
            throw new DbUpdateConcurrencyException($"Conversation {id} is no longer there.");
    }
}
