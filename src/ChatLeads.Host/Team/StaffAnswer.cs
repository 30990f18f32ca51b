using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Team;

/// <summary>What is said about belonging to the team, and in alerts besides the cards.</summary>
[Phrases("desk/staff.yaml")]
internal enum StaffAnswer
{
    [Values("name")] Joined,
    [Values("name", "link")] JoinedOnWeb,
    [Values("group")] GroupJoined,
    AlreadyIn,
    NoSuchCode,
    TooManyCodes,
    PersonalCode,
    GroupCode,
    TeamOnly,
    [Values("name", "role", "code", "hours", "link")] Invited,
    Rep,
    Manager,
    OnDuty,
    OffDuty,
    [Values("lead", "owner")] Taken,
    [Values("lead", "owner")] PassedOn,
    [Values("count")] Meanwhile,
}
