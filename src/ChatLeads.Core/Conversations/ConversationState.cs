using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations;

/// <summary>All that a conversation remembers between turns. Serialised as JSON once it may be kept.</summary>
public sealed record ConversationState
{
    public static readonly ConversationState New = new();

    /// <summary>The language to answer in; null until something tells.</summary>
    public string? Language { get; init; }

    /// <summary>The field that the bot has just asked for.</summary>
    public Field? Asking { get; init; }

    public Visit? Visit { get; init; }

    /// <summary>The person has agreed to be kept (law 2): until then this state never reaches a disk.</summary>
    public bool MayBeKept { get; init; }
}
