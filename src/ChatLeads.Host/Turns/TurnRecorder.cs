using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Takeover;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>Puts a decided turn on disk, as far as it may be there: state, transcript, inbox and effects in one transaction.</summary>
internal sealed class TurnRecorder(
    DbWriter writer,
    IDbContextFactory<ChatLeadsDb> databases,
    TurnEffects effects,
    ErasureTurns erasures,
    IdleTime idle,
    StoredData stored,
    ProspectSide hands,
    PushChannels channels)
{
    /// <summary>Whether an update had been taken that memory no longer knows of.</summary>
    public async Task<bool> WasTaken(LiveConversation conversation, string updateId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ProcessedUpdates.AnyAsync(row => row.ConversationId == conversation.RowId && row.UpdateId == updateId);
    }

    public async Task<Committed> RecordProspect(Turn turn, Decision decision)
    {
        decision = await stored.AddTo(decision, turn);
        var committed = new Committed(decision.State, turn.Entries(decision.Replies), decision.Effects.OfType<AlertReps>().Any());
        if (decision.Effects.OfType<EraseLead>().Any())
            return await erasures.Erase(turn, decision);
        if (decision.State.MayBeKept || turn.Conversation.RowId is not null)
            return await Keep(turn, decision, committed);
        if (decision.Effects.Any(TurnEffects.ConcernNobody))
            await writer.Write(db => effects.Apply(db, turn, null, decision));
        return committed;
    }

    /// <summary>A staff member's turn: what it changes and what it answers, together.</summary>
    public async Task<Committed> RecordStaff(Turn turn, Func<ChatLeadsDb, IReadOnlyList<Reply>> answer)
    {
        var (rowId, entries) = await writer.Write(db =>
        {
            var said = turn.Entries(answer(db));
            db.Outbox.AddRange(StaffReplyPayload.Rows(turn, said));
            return (new ConversationDraft(turn, said, "{}").Save(db).Id, said);
        });
        turn.Conversation.Stored(rowId, null);
        return new Committed(turn.Conversation.State, entries, WroteOutbox: true) { RepliesInOutbox = turn.Inbound.AnswerTo is not null };
    }

    private async Task<Committed> Keep(Turn turn, Decision decision, Committed committed)
    {
        var draft = new ConversationDraft(turn, committed.Entries, StoredJson.Write(decision.State));
        var silent = turn.Inbound.Content is FellSilent;
        var watch = !turn.Conversation.IdleCheckPending && !silent;
        var messages = channels.Messages(turn, committed.Entries);
        var (rowId, leadNumber, told) = await writer.Write(db =>
        {
            var row = draft.Save(db);
            var alerted = effects.Apply(db, turn, row, decision);
            if (watch)
                db.Outbox.Add(idle.Check(turn));
            db.Outbox.AddRange(messages);
            return (row.Id, row.LeadNumber, hands.Follow(db, turn, row, decision.State, committed.Entries) || alerted);
        });
        turn.Conversation.Stored(rowId, leadNumber);
        turn.Conversation.IdleCheckPending = !silent;
        return committed with { WroteOutbox = committed.WroteOutbox || watch || told || messages.Count > 0, RepliesInOutbox = messages.Count > 0 };
    }
}
