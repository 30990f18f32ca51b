namespace ChatLeads.Storage.Rows;

/// <summary>What staff did with a lead.</summary>
public enum ChangeKind { Claimed, Assigned, Stage, Note, Snoozed, Reached, NoAnswer }

/// <summary>One thing that a staff member did with a lead: its history, and what an undo goes back by.</summary>
public sealed class LeadChangeRow
{
    public int Id { get; set; }
    public int LeadNumber { get; set; }
    public int StaffId { get; set; }
    public DateTimeOffset At { get; set; }
    public ChangeKind Kind { get; set; }

    /// <summary>A note's words; the new owner's id; a reason.</summary>
    public string? Text { get; set; }

    /// <summary>What staff can change of the lead, before and after, as JSON.</summary>
    public string BeforeJson { get; set; } = "";

    /// <inheritdoc cref="BeforeJson"/>
    public string AfterJson { get; set; } = "";

    public DateTimeOffset? UndoneAt { get; set; }
}
