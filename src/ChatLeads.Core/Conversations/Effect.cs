using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Conversations;

/// <summary>Something that the host must do, in the turn's own transaction. Closed.</summary>
public abstract record Effect
{
    private protected Effect() { }
}

/// <summary>Somebody began to talk: one more anonymous contact.</summary>
public sealed record CountContact(string Language, Visit? Visit) : Effect;

/// <summary>Somebody refused consent: a count, nothing else.</summary>
public sealed record CountRefusal(string Language, Visit? Visit) : Effect;

/// <summary>An answer to a consent question. Refusals after an earlier consent are kept too; others leave no trace.</summary>
public sealed record KeepConsent(ConsentRecord Record) : Effect;

/// <summary>Stores or updates the lead of this conversation.</summary>
public sealed record KeepLead(LeadSnapshot Lead) : Effect;

/// <summary>A rep must know now. Sent once a conversation for each reason.</summary>
public sealed record AlertReps(AlertReason Reason) : Effect;

public enum AlertReason
{
    Hot,
    WantsPerson,
    /// <summary>Somebody who knows the lead's address wants it erased: a person must make sure who asks.</summary>
    EraseWanted,
}

/// <summary>The person wants no more messages.</summary>
public sealed record StopMessages : Effect;

/// <summary>The person wants everything about them deleted: lead, facts, transcript, consent proof reduced to its hash.</summary>
public sealed record EraseLead : Effect;

/// <summary>The person asks what is held about them: the host adds the stored data to the reply.</summary>
public sealed record TellStoredData : Effect;
