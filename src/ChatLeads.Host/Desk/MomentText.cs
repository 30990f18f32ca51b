using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>How a moment is said.</summary>
[Phrases("desk/moments.yaml")]
internal enum MomentText
{
    [Values("time")] Today,
    [Values("time")] Tomorrow,
    [Values("time")] Yesterday,
    [Values("day", "time")] Day,
}
