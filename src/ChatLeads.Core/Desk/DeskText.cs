namespace ChatLeads.Core.Desk;

/// <summary>The words of cards and sheets. In <c>desk/texts.yaml</c> each stands in snake case below <c>lines</c>.</summary>
public enum DeskText
{
    Headline,
    HeadlinePart,
    NoName,
    Quote,
    Point,
    ListItem,
    NoOwner,
    Owned,
    Claimed,
    Offered,

    Why,
    Lacks,
    AskFor,
    Contact,
    Origin,
    Next,
    Stage,
    Owner,
    Since,
    Consent,
    Chat,

    Unreachable,
    FromChannel,
    FromSource,
    FromCampaign,
    SaidAt,
    ConsentGiven,
    ConsentRefused,

    People,
    RangeBetween,
    RangeFrom,
    RangeUpTo,
    WithSymbol,
    WithCode,
    PerOnce,
    PerMonth,
    PerYear,
}
