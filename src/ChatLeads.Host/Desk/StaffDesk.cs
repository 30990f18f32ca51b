using System.Collections.Concurrent;
using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk;

/// <summary>Answers staff and does what they ask, inside their turn's transaction.</summary>
internal sealed class StaffDesk(CurrentDialogs dialogs, StaffDirectory people, DeskRequests requests)
{
    /// <summary>What each conversation speaks of; lost at a restart, and then asked for again.</summary>
    private readonly ConcurrentDictionary<(int Staff, ConversationKey), DeskContext> contexts = [];

    /// <summary>May run twice for one turn: what is spoken of changes in <see cref="Remember"/> alone.</summary>
    public DeskOutcome Answer(ChatLeadsDb db, Staff staff, Inbound inbound, DateTimeOffset now)
    {
        var context = contexts.GetValueOrDefault((staff.Id, inbound.Conversation), new DeskContext());
        var desk = new DeskTurn(db, staff, dialogs.Now, people, now) { Context = context, Channel = inbound.Conversation.Channel };
        var text = inbound.Content switch
        {
            TextSent sent => sent.Text,
            ChoicePressed pressed => pressed.Value,
            _ => null,
        };
        if (text is null)
            return new DeskOutcome(inbound.Content is Opened ? [desk.Say(DeskAnswer.Welcome, ("name", staff.Name))] : [], context);
        var (firm, local) = (dialogs.Now.Playbook.Firm, desk.Local(now).DateTime);
        var input = new DeskInput(text, staff.Role, DateOnly.FromDateTime(local), firm.Currency, context, TimeOnly.FromDateTime(local));
        var request = dialogs.Now.Desk.Parser.Parse(input).Request;
        var result = requests.Do(desk, request);
        return new DeskOutcome(result.Replies, (result.After ?? context) with { Request = request });
    }

    /// <summary>After the commit.</summary>
    public void Remember(Staff staff, ConversationKey conversation, DeskOutcome outcome) => contexts[(staff.Id, conversation)] = outcome.After;
}

/// <param name="After">What the talk is about once this was said.</param>
internal sealed record DeskOutcome(IReadOnlyList<Reply> Replies, DeskContext After);
