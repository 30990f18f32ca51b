using ChatLeads.Core.Funnels;

namespace ChatLeads.Storage.Rows;

/// <summary>A <see cref="RollUpCell"/>. Of people who did not consent it is all that stays.</summary>
public sealed class DailyCountRow
{
    public SplitBy By { get; set; }
    public Basis Basis { get; set; }

    /// <summary>In the firm's time zone.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Empty when unknown.</summary>
    public string Part { get; set; } = "";

    public int Contacts { get; set; }
    public int Refusals { get; set; }
    public int Leads { get; set; }
    public int Hot { get; set; }
    public int Mql { get; set; }
    public int Sql { get; set; }
    public int Opportunities { get; set; }
    public int Customers { get; set; }
    public int Lost { get; set; }
    public int Disqualified { get; set; }

    public FunnelCounts Counts => new(Contacts, Leads, Mql, Sql, Opportunities, Customers, Lost, Disqualified, Hot, Refusals);
}
