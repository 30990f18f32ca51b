namespace ChatLeads.Core.Understanding;

/// <summary>What a person wants with a message. Its id is the name in snake case (<c>ask_price</c>).</summary>
public enum Intent
{
    Greet,
    Affirm,
    /// <summary>Also a refusal to give what was asked.</summary>
    Deny,
    AskPrice,
    AskDemo,
    AskHuman,
    AskQuestion,
    ReadyToBuy,
    JustLooking,
    OptOut,
    EraseData,
    AccessData,
    /// <summary>Is a customer already and has a problem.</summary>
    Support,
    /// <summary>Looks for a job, sells something, studies, or writes to the wrong place.</summary>
    NotAProspect,
    Goodbye,
}
