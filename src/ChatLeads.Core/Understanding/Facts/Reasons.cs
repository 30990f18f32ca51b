namespace ChatLeads.Core.Understanding;

/// <summary>Why a candidate is no fact, as ids for explanations.</summary>
internal static class Reasons
{
    public const string Others = "somebody_elses";
    public const string Negated = "negated";
    public const string Corrected = "corrected_later";
    public const string Weaker = "weaker_than_another";
    public const string Overlapped = "span_taken";
    public const string NoProspect = "no_prospect";
    public const string Order = "order_to_the_bot";
    public const string Blocked = "decoy";
}
