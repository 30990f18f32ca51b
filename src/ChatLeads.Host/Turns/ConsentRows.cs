using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Turns;

/// <summary>Consent records as rows, and back.</summary>
internal static class ConsentRows
{
    public static ConsentRow Row(ConsentRecord record, ConversationRow conversation) => new()
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

    public static ConsentRecord Record(ConsentRow row) => new(
        row.Purpose, row.Granted, row.Text ?? "", row.TextHash, row.PolicyVersion, new Uri(row.PolicyUrl),
        row.Language, row.Channel, row.At, row.MessageId ?? "");
}
