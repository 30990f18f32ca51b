using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>What was said with a lead, the last part of it.</summary>
internal sealed class TranscriptHandler : LeadHandler<DeskRequest.ShowTranscript>
{
    private const int MostLines = 40;

    protected override Reply Do(DeskTurn desk, DeskRequest.ShowTranscript request, LeadRow lead)
    {
        var conversations = desk.Db.Conversations.Where(row => row.LeadNumber == lead.Number).Select(row => row.Id);
        var messages = desk.Db.Messages.Where(message => conversations.Contains(message.ConversationId))
            .OrderByDescending(message => message.At).ThenByDescending(message => message.Sequence).Take(MostLines).ToList();
        messages.Reverse();
        var lines = messages.Select(message => $"{Who(desk, lead, message)}: {StoredJson.Read<Reply>(message.ReplyJson).Text}");
        return new Reply(string.Join('\n', lines), desk.Language) { Leads = [lead.Number] };
    }

    private static string Who(DeskTurn desk, LeadRow lead, MessageRow message) => (Speaker)message.Speaker switch
    {
        Speaker.Prospect => lead.Name ?? desk.Words(DeskAnswer.Prospect),
        Speaker.Rep when message.SpeakerName is { } name => name,
        _ => desk.Words(DeskAnswer.Bot),
    };
}
