using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Takeover;

/// <summary>The end of a conversation, for whoever takes it over.</summary>
internal static class LastLines
{
    private const int Most = 8;

    public static string Of(DeskTurn desk, LeadRow lead, int conversation)
    {
        var messages = desk.Db.Messages.Where(message => message.ConversationId == conversation)
            .OrderByDescending(message => message.Sequence).Take(Most).AsEnumerable().Reverse();
        return string.Join('\n', messages.Select(message => $"{Who(desk, lead, message)}: {StoredJson.Read<Reply>(message.ReplyJson).Text}"));
    }

    private static string Who(DeskTurn desk, LeadRow lead, MessageRow message) => (Speaker)message.Speaker switch
    {
        Speaker.Prospect => LeadViews.NameOf(lead),
        Speaker.Rep when message.SpeakerName is { } name => name,
        _ => desk.Words(TakeoverText.Bot),
    };
}
