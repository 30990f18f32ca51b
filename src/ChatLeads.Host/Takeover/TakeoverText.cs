using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Takeover;

/// <summary>What staff are told about conversations that they take over.</summary>
[Phrases("desk/takeover.yaml")]
internal enum TakeoverText
{
    [Values("lead", "channel", "minutes")] Begun,
    [Values("lines")] LastLines,
    GiveBack,
    [Values("other")] OtherGivenBack,
    [Values("lead")] HaveIt,
    [Values("lead", "owner")] OthersHaveIt,
    [Values("lead", "owner")] OthersLead,
    [Values("lead")] NoConversation,
    [Values("lead")] WantsNoMessages,
    PrivateOnly,
    [Values("lead")] GivenBack,
    HaveNone,
    TextOnly,
    [Values("lead", "minutes")] Idle,
    [Values("lead", "person")] TakenFromYou,
    [Values("lead")] Stopped,
    [Values("lead", "channel")] Unreachable,
    [Values("lead", "channel")] NotSent,
    Erased,
    Bot,
}
