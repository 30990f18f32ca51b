namespace ChatLeads.Storage.Rows;

/// <summary>The digest that a staff member gets. What is sent next stands in the outbox.</summary>
public sealed class DigestRow
{
    public int StaffId { get; set; }

    /// <summary>A <see cref="Core.Desk.DigestSchedule"/> as JSON; null: none.</summary>
    public string? ScheduleJson { get; set; }

    /// <summary>What stood there before the last change.</summary>
    public string? BeforeJson { get; set; }

    /// <summary>When they changed it; null once that was taken back.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
}
