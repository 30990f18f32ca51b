namespace ChatLeads.Storage.Rows;

/// <summary>A staff member on a channel that we write to of our own accord.</summary>
public sealed class StaffAccountRow
{
    public int Id { get; set; }
    public int StaffId { get; set; }
    public string Channel { get; set; } = "";

    /// <summary>Who they are there, as the channel vouches for it.</summary>
    public string UserId { get; set; } = "";

    /// <summary>The conversation that reaches them, by its id on the channel.</summary>
    public string Conversation { get; set; } = "";

    public DateTimeOffset JoinedAt { get; set; }

    /// <summary>Since when nothing can be sent there; it ends when they write again.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}

/// <summary>A group of the sales team that is told of hot leads.</summary>
public sealed class StaffGroupRow
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Channel { get; set; } = "";
    public string Conversation { get; set; } = "";
    public DateTimeOffset JoinedAt { get; set; }
    public DateTimeOffset? GoneAt { get; set; }
}

/// <summary>Lets one person, or one group, join once. The code is stored hashed.</summary>
public sealed class InvitationRow
{
    public string CodeHash { get; set; } = "";

    /// <summary>Of the person or the group. Who is staff already gets a further channel by it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Null for a group.</summary>
    public Core.Desk.Role? Role { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A lead was shown to somebody to take. Append-only.</summary>
public sealed class OfferRow
{
    public int Id { get; set; }
    public int LeadNumber { get; set; }
    public int StaffId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Nobody else could be asked.</summary>
    public bool IsFallback { get; set; }

    /// <summary>The row of the outbox that did it: done again after a crash, it changes nothing.</summary>
    public long OutboxId { get; set; }
}
