using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk.Changes;

/// <summary>How changes are confirmed and taken back.</summary>
[Phrases("desk/changes.yaml")]
internal enum ChangeText
{
    Undo,
    [Values("lead")] Claimed,
    [Values("lead")] YoursAlready,
    [Values("owner", "lead", "time")] ClaimedByOther,
    [Values("lead", "owner")] NotYours,
    [Values("lead", "from", "to")] Assigned,
    [Values("lead", "owner")] OwnedAlready,
    Nobody,
    [Values("lead", "from", "to")] StageSet,
    [Values("lead", "stage")] StageAlready,
    [Values("lead", "from", "to")] AmountSet,
    [Values("amount")] WithAmount,
    NoAmount,
    [Values("reason")] Because,
    NoReason,
    [Values("lead")] WhyLost,
    [Values("lead")] WhyDisqualified,
    [Values("lead", "reason")] ReasonSet,
    [Values("lead")] ReasonGone,
    [Values("lead", "stage")] NotClosed,
    [Values("lead")] ReopenFirst,
    [Values("lead", "text")] Noted,
    [Values("lead", "time")] Snoozed,
    UntilWhen,
    [Values("time")] Past,
    [Values("lead")] Reached,
    [Values("lead")] NoAnswer,
    InTwoHours,
    TomorrowMorning,
    NothingToUndo,
    [Values("lead", "person", "time")] ChangedByOther,
    [Values("lead")] ChangedSince,
    [Values("lead", "owner")] OwnerAgain,
    [Values("lead", "stage")] StageAgain,
    [Values("lead", "amount")] AmountAgain,
    [Values("lead", "text")] NoteGone,
    [Values("lead")] SnoozeGone,
    [Values("lead")] ContactGone,
}
