using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Turns;

/// <summary>Carries out what the engine asks for, inside the turn's transaction.</summary>
internal sealed class TurnEffects(CurrentDialogs dialogs)
{
    /// <summary>Effects that leave nothing personal, so that they may happen before consent.</summary>
    public static bool ConcernNobody(Effect effect) => effect is CountContact or CountRefusal or AlertReps;

    /// <param name="row">Null when the conversation may not be kept.</param>
    /// <returns>Whether there is something in the outbox now, about which nobody should wait to be told.</returns>
    public bool Apply(ChatLeadsDb db, Turn turn, ConversationRow? row, Decision decision)
    {
        var told = false;
        // The lead first: consents and alerts point to it.
        foreach (var effect in decision.Effects.OrderByDescending(effect => effect is KeepLead))
            told |= Apply(db, turn, row, effect, decision.State);
        return told;
    }

    private bool Apply(ChatLeadsDb db, Turn turn, ConversationRow? row, Effect effect, ConversationState state)
    {
        switch (effect)
        {
            case CountContact count:
                DailyCounts.AddContact(db, Today(turn), LeadPaths.SegmentOf(turn.Inbound.Conversation.Channel, count.Language, count.Visit));
                break;
            case CountRefusal count:
                DailyCounts.AddRefusal(db, Today(turn), LeadPaths.SegmentOf(turn.Inbound.Conversation.Channel, count.Language, count.Visit));
                break;
            case KeepLead keep when row is not null:
                return Keep(db, turn, row, keep.Lead, state);
            case KeepConsent keep when row is not null:
                db.Consents.Add(ConsentRows.Row(keep.Record, row));
                break;
            case AlertReps alert:
                return Alerts.Raise(db, alert.Reason, turn.Inbound.Conversation, row?.LeadNumber, turn.At);
            case StopMessages when row?.LeadNumber is { } number:
                db.Leads.Find(number)!.MessagesStopped = true;
                break;
            default: // Without consent nothing is kept; erasing and telling are done by others.
                break;
        }
        return false;
    }

    private bool Keep(ChatLeadsDb db, Turn turn, ConversationRow row, LeadSnapshot snapshot, ConversationState state)
    {
        var lead = LeadStore.Keep(db, row, snapshot, Score, turn.At, Today(turn));
        if (lead.Temperature == Temperature.Hot && Alerts.Raise(db, AlertReason.Hot, turn.Inbound.Conversation, lead.Number, turn.At))
            return true;
        if (lead.HotAt is null || !ShowsMore(db, lead))
            return false;
        Alerts.RefreshSoon(db, lead.Number, turn.At);
        return true;

        Score Score(IReadOnlyList<Fact> facts) => Standing.Score(dialogs.Now.Playbook, state with { Facts = facts }, turn.At);
    }

    /// <summary>A card about it would read differently now.</summary>
    private static bool ShowsMore(ChatLeadsDb db, LeadRow lead) =>
        db.Entry(lead) is { } entry && (entry.Property(row => row.Score).IsModified || entry.Property(row => row.ScoreJson).IsModified)
        || lead.Facts.Exists(fact => db.Entry(fact) is { State: EntityState.Added } or { State: EntityState.Modified });

    private DateOnly Today(Turn turn) => dialogs.Now.Playbook.Firm.Office.Local(turn.At);
}
