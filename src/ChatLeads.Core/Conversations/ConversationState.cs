using System.Text.Json.Serialization;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;

namespace ChatLeads.Core.Conversations;

/// <summary>All that a conversation remembers between turns. Serialised as JSON once it may be kept.</summary>
public sealed record ConversationState
{
    public static readonly ConversationState New = new();

    /// <summary>The language to answer in; null until something tells.</summary>
    public string? Language { get; init; }

    /// <summary>The field that the person's next words may answer: what the bot has asked for last.</summary>
    public Field? Asking { get; init; }

    public Visit? Visit { get; init; }

    /// <summary>The person has agreed to be kept (law 2): until then this state never reaches a disk.</summary>
    public bool MayBeKept { get; init; }

    /// <summary>One a field, in the order in which they became known.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What the person wanted that bears on the score (<c>ask_demo</c>, <c>ready_to_buy</c>…), the last time of each.</summary>
    public IReadOnlyList<SeenIntent> Signals { get; init; } = [];

    /// <summary>Every question put, in order; a field stands here at most twice, consent once more when the person comes back to it.</summary>
    public IReadOnlyList<Field> Asked { get; init; } = [];

    /// <summary>Fields that the person would not or could not tell: never asked again.</summary>
    public IReadOnlyList<Field> Declined { get; init; } = [];

    /// <summary>The consent question that waits for its answer, as it was shown.</summary>
    public ShownConsent? Shown { get; init; }

    /// <summary>The consent question is no longer the last thing said: a bare yes may be to something else.</summary>
    public bool ConsentWaits { get; init; }

    public bool? Marketing { get; init; }

    /// <summary>Languages in which the bot has said that it is a program.</summary>
    public IReadOnlyList<string> Disclosed { get; init; } = [];

    public bool Counted { get; init; }

    /// <summary>The person's messages so far.</summary>
    public int Turns { get; init; }

    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>The person only looks: this many questions were put since they said so; null when they do more than look.</summary>
    public int? LookingQuestions { get; init; }

    /// <summary>How often a person of the firm was asked for.</summary>
    public int PersonWanted { get; init; }

    /// <summary>Messages in a row that held nothing to go on.</summary>
    public int Puzzled { get; init; }

    public Ending? Ended { get; init; }

    /// <summary>Which kind of not-prospect, by its id in the playbook.</summary>
    public string? NotProspect { get; init; }

    /// <summary>Reasons for which the reps were alerted already.</summary>
    public IReadOnlyList<AlertReason> Alerted { get; init; } = [];

    /// <summary>The person of the firm who has the conversation: until it is given back, the bot listens and is silent.</summary>
    public HumanHands? InHumanHands { get; init; }

    [JsonIgnore]
    public bool Reachable => Knows(Field.Email) || Knows(Field.Phone);

    /// <summary>A consented, reachable prospect: what is stored as a lead.</summary>
    [JsonIgnore]
    public bool IsLead => MayBeKept && Reachable;

    public FactValue? ValueOf(Field field) => ValueOf(Facts, field);

    internal static FactValue? ValueOf(IReadOnlyList<Fact> facts, Field field)
    {
        for (var i = 0; i < facts.Count; i++)
            if (facts[i].Field == field)
                return facts[i].Value;
        return null;
    }

    public bool Knows(Field field) => ValueOf(field) is not null;

    public int TimesAsked(Field field)
    {
        var times = 0;
        for (var i = 0; i < Asked.Count; i++)
            times += Asked[i] == field ? 1 : 0;
        return times;
    }
}

/// <summary>A consent question as it stood on the person's screen.</summary>
public sealed record ShownConsent(ConsentPurpose Purpose, string Text, string Language, string PolicyVersion, Uri PolicyUrl);

/// <summary>Who has a conversation.</summary>
/// <param name="LastWordAt">Their last word in it, or when they took it.</param>
public sealed record HumanHands(int StaffId, string Name, DateTimeOffset LastWordAt);

/// <summary>Why the bot asks nothing more, until something new is said.</summary>
public enum Ending
{
    /// <summary>The lead has all that it needs.</summary>
    Noted,
    ConsentRefused,
    NotAProspect,
    Goodbye,
    Stopped,
    Erased,
    /// <summary>Only looking, or nothing came of it: the door stays open.</summary>
    OpenDoor,
    /// <summary>Consented, but neither e-mail nor phone was given.</summary>
    Unreachable,
}
