namespace ChatLeads.Core.Desk;

/// <summary>An example of each kind of request, named by its id: what help shows, and what is offered when a sentence was not understood.</summary>
[Phrases("desk/topics.yaml")]
public enum DeskTopic
{
    Leads,
    [Values("lead")] Lead,
    [Values("lead")] Transcript,
    [Values("lead")] NextStep,
    [Values("lead")] Claim,
    [Values("lead")] Assign,
    [Values("lead")] Note,
    [Values("lead")] Snooze,
    [Values("lead")] Contacted,
    [Values("lead")] Stage,
    Undo,
    MyDay,
    Team,
    Duty,
    [Values("lead")] Takeover,
    [Values("lead")] Release,
    Funnel,
    Sources,
    Speed,
    Cost,
    Export,
    Digest,
    Explain,
    Invite,
    Audit,
    Undelivered,
    [Values("lead")] Erase,
    Help,
}

/// <summary>The slash command of each <see cref="DeskTopic"/>.</summary>
[Phrases("desk/commands.yaml")]
public enum DeskCommand
{
    Leads, Lead, Transcript, NextStep, Claim, Assign, Note, Snooze, Contacted, Stage, Undo, MyDay, Team, Duty, Takeover, Release,
    Funnel, Sources, Speed, Cost, Export, Digest, Explain, Invite, Audit, Undelivered, Erase, Help,
}
