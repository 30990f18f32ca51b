using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>What is counted, in the singular: Humanizer makes the plural.</summary>
[Phrases("desk/units.yaml")]
internal enum UnitText
{
    Lead,
}
