using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Funnels;

/// <summary>How many passed each stage. Contacts are anonymous and counted apart from leads.</summary>
/// <param name="Hot">Leads that were hot at some time.</param>
/// <param name="Refusals">Contacts who refused to be kept.</param>
public sealed record FunnelCounts(
    int Contacts, int Leads, int Mql, int Sql, int Opportunities, int Customers, int Lost, int Disqualified, int Hot = 0, int Refusals = 0)
{
    public static readonly FunnelCounts None = new(0, 0, 0, 0, 0, 0, 0, 0);

    public int this[Stage stage] => stage switch
    {
        Stage.Contact => Contacts,
        Stage.Lead => Leads,
        Stage.Mql => Mql,
        Stage.Sql => Sql,
        Stage.Opportunity => Opportunities,
        Stage.Customer => Customers,
        Stage.Lost => Lost,
        Stage.Disqualified => Disqualified,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage."),
    };

    /// <summary>As a change: some number becomes smaller by it.</summary>
    public bool Takes =>
        Contacts < 0 || Leads < 0 || Mql < 0 || Sql < 0 || Opportunities < 0 || Customers < 0 || Lost < 0 || Disqualified < 0 || Hot < 0 || Refusals < 0;

    /// <summary>Share of the stage before, 0–1; null when there was nobody to convert.</summary>
    public double? Conversion(Stage stage) => stage switch
    {
        Stage.Lead => Share(Leads, Contacts),
        Stage.Mql => Share(Mql, Leads),
        Stage.Sql => Share(Sql, Mql),
        Stage.Opportunity => Share(Opportunities, Sql),
        Stage.Customer => Share(Customers, Opportunities),
        _ => null,
    };

    /// <summary>Leads that became customers, 0–1.</summary>
    public double? Overall => Share(Customers, Leads);

    /// <summary>Leads that were hot, 0–1: the quality of a source.</summary>
    public double? HotShare => Share(Hot, Leads);

    public static FunnelCounts operator +(FunnelCounts a, FunnelCounts b) => new(
        a.Contacts + b.Contacts, a.Leads + b.Leads, a.Mql + b.Mql, a.Sql + b.Sql,
        a.Opportunities + b.Opportunities, a.Customers + b.Customers, a.Lost + b.Lost, a.Disqualified + b.Disqualified,
        a.Hot + b.Hot, a.Refusals + b.Refusals);

    public static FunnelCounts operator -(FunnelCounts a) => new(
        -a.Contacts, -a.Leads, -a.Mql, -a.Sql, -a.Opportunities, -a.Customers, -a.Lost, -a.Disqualified,
        -a.Hot, -a.Refusals);

    /// <summary>One passed <paramref name="stage"/>.</summary>
    public static FunnelCounts One(Stage stage) => stage switch
    {
        Stage.Contact => None with { Contacts = 1 },
        Stage.Lead => None with { Leads = 1 },
        Stage.Mql => None with { Mql = 1 },
        Stage.Sql => None with { Sql = 1 },
        Stage.Opportunity => None with { Opportunities = 1 },
        Stage.Customer => None with { Customers = 1 },
        Stage.Lost => None with { Lost = 1 },
        Stage.Disqualified => None with { Disqualified = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage."),
    };

    private static double? Share(int part, int whole) => whole > 0 ? (double)part / whole : null;
}
