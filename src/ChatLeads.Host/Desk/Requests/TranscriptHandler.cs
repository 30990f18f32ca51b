using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>What was said with a lead: the last part first, the earlier ones on request.</summary>
internal sealed class TranscriptHandler : LeadHandler<DeskRequest.ShowTranscript>
{
    private const int PageLines = 30;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.ShowTranscript request, LeadRow lead) => Page(desk, lead, 0);

    /// <param name="seen">How many messages were shown before, from the end.</param>
    public static DeskResult Page(DeskTurn desk, LeadRow lead, int seen)
    {
        var conversations = desk.Db.Conversations.Where(row => row.LeadNumber == lead.Number && row.StaffId == null).Select(row => row.Id);
        var messages = desk.Db.Messages.Where(message => conversations.Contains(message.ConversationId))
            .OrderByDescending(message => message.At).ThenByDescending(message => message.Sequence).Skip(seen).Take(PageLines + 1).ToList();
        if (messages.Count == 0)
            return seen > 0 ? desk.Say(ListText.NoMore) : desk.Say(ListText.NothingSaid);
        var earlier = messages.Count > PageLines;
        var lines = messages.Take(PageLines).Reverse().Select(message => desk.Words(ListText.Said,
            ("time", desk.Local(message.At).ToString("d MMM H:mm", desk.Culture)), ("who", Who(desk, lead, message)), ("text", StoredJson.Read<Reply>(message.ReplyJson).Text)));
        var reply = new Reply(string.Join('\n', lines), desk.Language)
        {
            Leads = [lead.Number],
            Choices = earlier ? [new Choice(desk.Words(ListText.Earlier), "/more")] : [],
        };
        return new DeskResult([reply], desk.Context with { Seen = seen + Math.Min(messages.Count, PageLines) });
    }

    private static string Who(DeskTurn desk, LeadRow lead, MessageRow message) => (Speaker)message.Speaker switch
    {
        Speaker.Prospect => lead.Name ?? desk.Words(DeskAnswer.Prospect),
        Speaker.Rep when message.SpeakerName is { } name => name,
        _ => desk.Words(DeskAnswer.Bot),
    };
}
