using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Outbox;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Takeover;

/// <summary>What a prospect's turn means to the staff member who has the conversation, in the turn's own transaction.</summary>
internal sealed class ProspectSide(ChatLeadsOptions options, PushChannels channels)
{
    /// <returns>Whether there is something in the outbox now. Costs nothing while the conversation is the bot's.</returns>
    public bool Follow(ChatLeadsDb db, Turn turn, ConversationRow row, ConversationState after, IReadOnlyList<TranscriptEntry> entries)
    {
        var content = turn.Inbound.Content;
        if (channels.Find(row.Channel) is not null && content is not (TakenOver or RepSaid or GivenBack or FellSilent))
            ProspectReach.IsBack(db, row.Id);
        if (content is RepSaid && row.LeadNumber is { } lead)
            db.Leads.Find(lead)!.FirstWordAt ??= turn.At;
        if ((turn.Conversation.State.InHumanHands ?? after.InHumanHands) is null || content is RepSaid || Hands.OfConversation(db, row.Id) is not { } held)
            return false;
        if (content is TakenOver taken)
            Begin(db, turn, held, taken);
        else if (content is not GivenBack)
            foreach (var entry in entries)
                RepMail.Relay(db, held, turn.Conversation.State.InHumanHands!.StaffId, entry.Sequence, turn.At);
        if (after.InHumanHands is null && turn.Conversation.State.InHumanHands is { } before && !Hands.AreComing(db, held) && Hands.Free(db, held.Id, before.StaffId))
            RepMail.Tell(db, held, before.StaffId, content is GivenBack ? TakeoverText.Idle : TakeoverText.Stopped, null, turn.At);
        return true;
    }

    /// <summary>What was said between their command and this moment reaches them, too.</summary>
    private void Begin(ChatLeadsDb db, Turn turn, Held held, TakenOver taken)
    {
        foreach (var entry in turn.Conversation.Since(taken.Seen))
            if (entry.Speaker != Speaker.Rep)
                RepMail.Relay(db, held, taken.StaffId, entry.Sequence, turn.At);
        db.Outbox.Add(new OutboxRow
        {
            Recipient = held.Key.ToString(),
            Kind = HandsIdle.IdleKind,
            PayloadJson = StoredJson.Write(new HandsIdlePayload(held.Key, taken.StaffId)),
            LeadNumber = held.Lead,
            DueAt = turn.At + TimeSpan.FromMinutes(options.TakeoverMinutes),
        });
    }
}
