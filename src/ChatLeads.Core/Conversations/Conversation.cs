using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Conversations;

/// <summary>The dialog with a prospect, as a pure function.</summary>
public static class Conversation
{
    /// <summary>What the bot does about one thing that came in.</summary>
    public static Decision Decide(Playbook playbook, ConversationState state, Said said, DateTimeOffset now) =>
        new(state, [], []);
}
