using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;

namespace ChatLeads.Host.Team;

/// <summary>Takes what is neither a prospect's nor a staff member's to say: a code to join by, a stranger in the team's group.</summary>
internal sealed class Entrance(Joining joining, StaffChats chats, TurnRecorder recorder)
{
    /// <returns>Null for all other turns.</returns>
    public async ValueTask<Committed?> Take(Turn turn)
    {
        var inbound = turn.Inbound;
        var language = turn.Conversation.State.Language ?? inbound.Staff?.Language ?? inbound.Locale;
        if (Joining.CodeIn(inbound.Content) is { } code)
            return await Record(turn, await joining.Join(inbound, code, language));
        if (inbound is { IsGroup: true, Staff: null } && await chats.IsTeamGroup(inbound.Conversation))
            return await Record(turn, joining.Say(StaffAnswer.TeamOnly, language));
        return null;
    }

    private Task<Committed> Record(Turn turn, Reply reply) => turn.Conversation.Key.Channel != WebChatIdentity.DeskChannel
        ? recorder.RecordProspect(turn, new Decision(turn.Conversation.State, [reply], []))
        : recorder.RecordStaff(turn, _ => [reply]);
}
