namespace ChatLeads.Core.Desk;

/// <summary>What the desk says to any request.</summary>
[Phrases("desk/answers.yaml")]
public enum DeskAnswer
{
    [Values("name")] Welcome,
    Unknown,
    NotYet,
    ManagersOnly,
    WhichLead,
    [Values("lead")] NoSuchLead,
    [Values("lead")] SeveralLeads,
    [Values("number", "name")] Pick,
    [Values("person", "team")] NoSuchPerson,
    [Values("person")] SeveralPeople,
    [Values("lead")] WantsPerson,
    [Values("lead")] EraseWanted,
    VisitorWantsPerson,
    Prospect,
    Bot,
}
