namespace ChatLeads.Storage.Rows;

/// <summary>Anonymous counts: all that stays of people who did not consent.</summary>
public sealed class DailyCountRow
{
    public DateOnly Day { get; set; }
    public string Channel { get; set; } = "";
    public string Language { get; set; } = "";

    /// <summary>Empty when unknown.</summary>
    public string Source { get; set; } = "";

    /// <summary>Empty when unknown.</summary>
    public string Campaign { get; set; } = "";

    public int Contacts { get; set; }
    public int Refusals { get; set; }
}
