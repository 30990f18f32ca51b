using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>Puts a decided turn on disk, as far as it may be there: state, transcript, inbox and effects in one transaction.</summary>
internal sealed class TurnRecorder(
    DbWriter writer,
    IDbContextFactory<ChatLeadsDb> databases,
    TurnEffects effects,
    LiveConversations conversations,
    IdleChecks idle,
    SigningKey key)
{
    /// <summary>Whether an update came so long ago that memory no longer holds its id.</summary>
    public async ValueTask<bool> WasTakenLongAgo(LiveConversation conversation, string updateId)
    {
        if (conversation.RowId is not { } id || conversation.Taken.Count < ConversationStore.LongestTranscript)
            return false;
        await using var db = await databases.CreateDbContextAsync();
        return await db.ProcessedUpdates.AnyAsync(row => row.ConversationId == id && row.UpdateId == updateId);
    }

    public async Task<Committed> RecordProspect(Turn turn, Decision decision)
    {
        var committed = new Committed(decision.State, turn.Entries(decision.Replies), decision.Effects.OfType<AlertReps>().Any());
        if (decision.Effects.OfType<EraseLead>().Any())
            await Erase(turn, decision);
        else if (decision.State.MayBeKept || turn.Conversation.RowId is not null)
            return await Keep(turn, decision, committed);
        else if (decision.Effects.Any(TurnEffects.ConcernNobody))
            await writer.Write(db => effects.Apply(db, turn, null, decision));
        return committed;
    }

    private async Task<Committed> Keep(Turn turn, Decision decision, Committed committed)
    {
        var draft = new ConversationDraft(turn, committed.Entries, StoredJson.Write(decision.State), []);
        var idleCheck = !turn.Conversation.IdleCheckPending && turn.Inbound.Content is not FellSilent;
        var (rowId, leadNumber) = await writer.Write(db =>
        {
            var row = draft.Save(db);
            effects.Apply(db, turn, row, decision);
            if (idleCheck)
                db.Outbox.Add(idle.For(turn));
            return (row.Id, row.LeadNumber);
        });
        turn.Conversation.Stored(rowId, leadNumber);
        turn.Conversation.IdleCheckPending = idleCheck || (turn.Conversation.IdleCheckPending && turn.Inbound.Content is not FellSilent);
        return committed with { WroteOutbox = committed.WroteOutbox || idleCheck };
    }

    private async Task Erase(Turn turn, Decision decision)
    {
        var (rowId, leadNumber) = (turn.Conversation.RowId, turn.Conversation.LeadNumber);
        await writer.Write(db =>
        {
            Erasure.Erase(db, rowId, leadNumber, key.Bytes);
            effects.Apply(db, turn, null, decision);
        });
        foreach (var other in leadNumber is { } number ? conversations.OfLead(number).ToList() : [])
            other.Forget();
        turn.Conversation.Forget();
        await using var db = await databases.CreateDbContextAsync();
        Erasure.TruncateLog(db);
    }

    /// <summary>A staff member's turn: what it changes and what it answers, together.</summary>
    public async Task<Committed> RecordStaff(Turn turn, Func<ChatLeadsDb, Desk.DeskAnswer> answer)
    {
        var (rowId, entries) = await writer.Write(db =>
        {
            var (replies, mentions) = answer(db);
            var said = turn.Entries(replies);
            var row = new ConversationDraft(turn, said, "{}", mentions).Save(db);
            return (row.Id, said);
        });
        turn.Conversation.Stored(rowId, null);
        return new Committed(turn.Conversation.State, entries, WroteOutbox: true);
    }
}
