namespace ChatLeads.Core.Conversations;

/// <summary>One conversation on one channel, e.g. <c>webchat/3kq…</c> or <c>telegram/812345</c>.</summary>
public readonly record struct ConversationKey(string Channel, string Id)
{
    public override string ToString() => $"{Channel}/{Id}";
}
