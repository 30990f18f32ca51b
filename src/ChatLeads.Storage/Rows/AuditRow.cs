namespace ChatLeads.Storage.Rows;

/// <summary>
/// Who read or changed what about which leads. Append-only, which the database itself sees to; it holds no personal data of
/// a lead but its number, so that it outlives an erasure.
/// </summary>
public sealed class AuditRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }
    public int StaffId { get; set; }

    /// <summary>Over which channel it was asked.</summary>
    public string Channel { get; set; } = "";

    /// <summary>The request's id: <c>leads</c>, <c>lead</c>, <c>stage</c>…</summary>
    public string Request { get; set; } = "";

    /// <summary>Their numbers, as <c>,42,43,</c>; empty when there were none.</summary>
    public string Leads { get; set; } = "";

    /// <summary>What became of it, in ids: <c>sql>customer</c>, <c>refused</c>.</summary>
    public string Outcome { get; set; } = "";
}
