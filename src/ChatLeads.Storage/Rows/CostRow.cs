namespace ChatLeads.Storage.Rows;

/// <summary>What a source cost over some days, as staff entered it. The same source, campaign, days and currency have one amount.</summary>
public sealed class CostRow
{
    public int Id { get; set; }

    /// <summary>As in <see cref="DailyCountRow.Part"/>.</summary>
    public string Source { get; set; } = "";

    /// <summary>Empty when it is for the whole source.</summary>
    public string Campaign { get; set; } = "";

    public DateOnly From { get; set; }

    /// <summary>Included.</summary>
    public DateOnly To { get; set; }

    public decimal Amount { get; set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "";

    /// <summary>What stood here before the last entry; null when nothing did.</summary>
    public decimal? Before { get; set; }

    /// <summary>Null when it came from a file, or when its last entry was taken back.</summary>
    public int? EnteredBy { get; set; }

    public DateTimeOffset EnteredAt { get; set; }
}
