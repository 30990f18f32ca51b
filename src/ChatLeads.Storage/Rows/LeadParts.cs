using ChatLeads.Core.Leads;

namespace ChatLeads.Storage.Rows;

/// <summary>What is now known of a lead in one field, with the words that said so (law 4).</summary>
public sealed class FactRow
{
    public int LeadNumber { get; set; }
    public string Field { get; set; } = "";

    /// <summary>A <see cref="FactValue"/> as JSON.</summary>
    public string ValueJson { get; set; } = "";

    /// <summary>The conversation of the quoted message.</summary>
    public int? ConversationId { get; set; }

    public string QuoteMessageId { get; set; } = "";
    public string QuoteText { get; set; } = "";
    public DateTimeOffset QuoteAt { get; set; }
}

/// <summary>A way to reach a lead, normalised: by it a returning person is known.</summary>
public sealed class ContactPointRow
{
    /// <summary>The field's id: <c>email</c> or <c>phone</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Lower-case e-mail, or phone in E.164.</summary>
    public string Value { get; set; } = "";

    public int LeadNumber { get; set; }
}

/// <summary>A <see cref="StageChange"/> of a lead. Append-only.</summary>
public sealed class StageChangeRow
{
    public int Id { get; set; }
    public int LeadNumber { get; set; }
    public Stage From { get; set; }
    public Stage To { get; set; }
    public DateTimeOffset At { get; set; }
    public string By { get; set; } = "";
    public string Cause { get; set; } = "";
}

/// <summary>A <see cref="ConsentRecord"/>. Append-only; an erasure leaves its hash and drops what points to a person.</summary>
public sealed class ConsentRow
{
    public int Id { get; set; }
    public int? LeadNumber { get; set; }

    /// <summary>Where it was given: consent may come before the contact point that makes a lead.</summary>
    public int? ConversationId { get; set; }

    /// <summary>After an erasure: a keyed hash of the contact point, so that the proof can still be found by who holds it.</summary>
    public string? SubjectHash { get; set; }

    public ConsentPurpose Purpose { get; set; }
    public bool Granted { get; set; }
    public string? Text { get; set; }
    public string TextHash { get; set; } = "";
    public string PolicyVersion { get; set; } = "";
    public string PolicyUrl { get; set; } = "";
    public string Language { get; set; } = "";
    public string Channel { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? MessageId { get; set; }
}
