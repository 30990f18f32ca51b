using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk.Digests;

/// <summary>How digests are agreed on, and what they say besides what the desk answers anyway.</summary>
[Phrases("desk/digests.yaml")]
internal enum DigestText
{
    [Values("time", "next")] EveryDay,
    [Values("day", "time", "next")] EveryWeek,
    Off,
    OffAlready,
    [Values("time", "next")] EveryDayAgain,
    [Values("day", "time", "next")] EveryWeekAgain,
    OffAgain,
    [Values("day")] Today,
    [Values("from", "to")] Week,
    Warm,
    [Values("count")] Unclaimed,
    AskUnclaimed,
}
