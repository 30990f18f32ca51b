using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Turns;

/// <summary>Transcript entries as rows, and back.</summary>
internal static class TranscriptRows
{
    public static MessageRow Row(TranscriptEntry entry) => new()
    {
        Sequence = entry.Sequence,
        ReplyTo = entry.ReplyTo,
        Speaker = (int)entry.Speaker,
        SpeakerName = entry.SpeakerName,
        ReplyJson = StoredJson.Write(entry.Reply.ToKeep()),
        ClientId = entry.ClientId,
        At = entry.At,
        Mentions = entry.Reply.Leads.Count == 0 ? null : $",{string.Join(',', entry.Reply.Leads)},",
    };

    public static TranscriptEntry Entry(MessageRow row, string id) =>
        new(row.Sequence, id, (Speaker)row.Speaker, StoredJson.Read<Reply>(row.ReplyJson), row.At, row.ClientId, row.SpeakerName, row.ReplyTo);
}
