namespace ChatLeads.Storage.Rows;

/// <summary>A conversation that may be kept: a prospect's after consent, or a staff member's.</summary>
public sealed class ConversationRow
{
    public int Id { get; set; }
    public string Channel { get; set; } = "";

    /// <summary>Its id on that channel.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>Whose it is when it is a staff member's.</summary>
    public int? StaffId { get; set; }

    public int? LeadNumber { get; set; }

    /// <summary>The staff member who has the conversation instead of the bot. One has at most one.</summary>
    public int? TakenBy { get; set; }

    /// <summary>The chat that they write from, as a <see cref="Core.Conversations.ConversationKey"/> in JSON; null at the web desk.</summary>
    public string? TakenFrom { get; set; }

    /// <summary>Since when nothing can be sent there; it ends when the prospect writes again.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>A <see cref="Core.Conversations.ConversationState"/> as JSON.</summary>
    public string StateJson { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset LastActivityAt { get; set; }
}

/// <summary>One entry of a kept transcript.</summary>
public sealed class MessageRow
{
    public int ConversationId { get; set; }

    /// <summary>1, 2, 3… within the conversation.</summary>
    public long Sequence { get; set; }

    /// <summary>0 prospect, 1 bot, 2 rep, as <c>Speaker</c> of the channels.</summary>
    public int Speaker { get; set; }

    public string? SpeakerName { get; set; }

    /// <summary>A <see cref="Core.Conversations.Reply"/> as JSON.</summary>
    public string ReplyJson { get; set; } = "";

    public string? ClientId { get; set; }

    /// <summary>The message id of the entry that this one answers.</summary>
    public string? ReplyTo { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Leads that a desk answer speaks of, as <c>,42,43,</c>: an erasure finds them by it.</summary>
    public string? Mentions { get; set; }
}

/// <summary>The inbox: an update that was taken in. A second one with the same id has no second effect.</summary>
public sealed class ProcessedUpdateRow
{
    public int ConversationId { get; set; }
    public string UpdateId { get; set; } = "";

    /// <summary>The transcript's last sequence after its turn.</summary>
    public long Sequence { get; set; }
}
