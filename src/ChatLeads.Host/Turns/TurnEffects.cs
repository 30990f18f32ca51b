using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Turns;

/// <summary>Carries out what the engine asks for, inside the turn's transaction.</summary>
internal sealed class TurnEffects(LeadStore leads)
{
    /// <summary>Effects that leave nothing personal, so that they may happen before consent.</summary>
    public static bool ConcernNobody(Effect effect) => effect is CountContact or CountRefusal or AlertReps;

    /// <param name="row">Null when the conversation may not be kept.</param>
    public void Apply(ChatLeadsDb db, Turn turn, ConversationRow? row, Decision decision)
    {
        // The lead first: consents and alerts point to it.
        foreach (var effect in decision.Effects.OrderByDescending(effect => effect is KeepLead))
            Apply(db, turn, row, effect);
    }

    private void Apply(ChatLeadsDb db, Turn turn, ConversationRow? row, Effect effect)
    {
        switch (effect)
        {
            case CountContact count:
                DailyCounts.AddContact(db, turn.At, turn.Inbound.Conversation.Channel, count.Language, count.Visit);
                break;
            case CountRefusal count:
                DailyCounts.AddRefusal(db, turn.At, turn.Inbound.Conversation.Channel, count.Language, count.Visit);
                break;
            case KeepLead keep when row is not null:
                leads.Keep(db, row, keep.Lead, turn.At);
                break;
            case KeepConsent keep when row is not null:
                db.Consents.Add(Row(keep.Record, row));
                break;
            case AlertReps alert:
                Alerts.Add(db, alert.Reason, turn.Inbound.Conversation, row?.LeadNumber, turn.At);
                break;
            case StopMessages when row?.LeadNumber is { } number:
                db.Leads.Find(number)!.MessagesStopped = true;
                break;
            default: // Without consent nothing is kept; erasing and telling are done by others.
                break;
        }
    }

    private static ConsentRow Row(ConsentRecord record, ConversationRow conversation) => new()
    {
        LeadNumber = conversation.LeadNumber,
        ConversationId = conversation.Id,
        Purpose = record.Purpose,
        Granted = record.Granted,
        Text = record.Text,
        TextHash = record.TextHash,
        PolicyVersion = record.PolicyVersion,
        PolicyUrl = record.PolicyUrl.ToString(),
        Language = record.Language,
        Channel = record.Channel,
        At = record.At,
        MessageId = record.MessageId,
    };
}
