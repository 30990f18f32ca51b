using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>What lists say.</summary>
[Phrases("desk/lists.yaml")]
internal enum ListText
{
    NoLeads,
    [Values("count")] AllLeads,
    [Values("from", "to", "count")] SomeLeads,
    [Values("count")] MoreThan,
    [Values("count")] More,
    NoMore,
    [Values("number")] Show,
    [Values("number")] Claim,
    [Values("source", "known")] NoSuchSource,
    [Values("owner")] NotYours,
    [Values("time")] SnoozedTill,
    [Values("who", "text", "time")] Said,
    Earlier,
    NothingSaid,
}
