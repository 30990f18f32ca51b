using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Scoring;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Takeover;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>
/// Carries out that a person wants to be forgotten: all of their lead, or, where this conversation only joined it by an
/// address, what was said here; a rep is then told to make sure who asks and to erase the rest.
/// </summary>
internal sealed class ErasureTurns(
    CurrentDialogs dialogs, DbWriter writer, IDbContextFactory<ChatLeadsDb> databases, TurnEffects effects, LiveConversations conversations, SigningKey key)
{
    public async Task<Committed> Erase(Turn turn, Decision decision)
    {
        var (rowId, lead) = (turn.Conversation.RowId, turn.Conversation.LeadNumber);
        var joined = await Joined(rowId, lead) ? lead : null;
        if (joined is not null && decision.Replies is [var reply, ..])
            decision = decision with { Replies = [reply with { Text = dialogs.Now.Playbook.Texts[Line.ErasedHere].In(reply.Language, 0) }] };
        var hands = turn.Conversation.State.InHumanHands;
        var alerts = joined is not null || hands is not null || decision.Effects.OfType<AlertReps>().Any();
        var committed = new Committed(decision.State, turn.Entries(decision.Replies), WroteOutbox: alerts);
        var before = conversations.Standing();
        await writer.Write(db =>
        {
            var from = hands is null || rowId is null ? null : Hands.OfConversation(db, rowId.Value)?.From;
            if (joined is null)
                Erasure.Erase(db, rowId, lead, key.Bytes);
            else
                EraseHere(db, turn, rowId!.Value, joined.Value);
            effects.Apply(db, turn, null, decision);
            if (hands is not null)
                RepMail.TellErased(db, hands.StaffId, from, turn.At);
        });
        turn.Conversation.Forget();
        if (joined is { } other)
            foreach (var (conversation, last) in before)
                conversation.ForgetMentions(other, last);
        await conversations.ForgetLead(joined is null ? lead : null);
        return committed;
    }

    private async Task<bool> Joined(int? rowId, int? lead)
    {
        if (rowId is null || lead is null)
            return false;
        await using var db = await databases.CreateDbContextAsync();
        return !Erasure.MayEraseLead(db, rowId.Value, lead.Value);
    }

    private void EraseHere(ChatLeadsDb db, Turn turn, int rowId, int lead)
    {
        Erasure.EraseConversation(db, rowId, lead, key.Bytes, Score);
        Alerts.Refresh(db, lead, turn.At);
        Alerts.Raise(db, AlertReason.EraseWanted, turn.Inbound.Conversation, lead, turn.At);

        Score Score(IReadOnlyList<Fact> facts) => Standing.Score(dialogs.Now.Playbook, ConversationState.New with { Facts = facts }, turn.At);
    }
}
