namespace ChatLeads.Core.Desk;

/// <summary>What the desk says to any request.</summary>
[Phrases("desk/answers.yaml")]
public enum DeskAnswer
{
    [Values("name")] Welcome,
    Help,
    [Values("help")] Unknown,
    [Values("help")] NotYet,
    WhichLead,
    [Values("lead")] NoSuchLead,
    [Values("lead")] SeveralLeads,
    NoLeads,
    [Values("shown", "count")] SomeLeads,
    [Values("number")] Show,
    [Values("lead")] Claimed,
    [Values("owner", "lead", "time")] ClaimedByOther,
    [Values("lead", "owner")] Assigned,
    [Values("person")] NoSuchPerson,
    ManagersOnly,
    [Values("lead", "from", "to")] StageSet,
    [Values("lead")] WantsPerson,
    [Values("lead")] EraseWanted,
    VisitorWantsPerson,
    Prospect,
    Bot,
}
