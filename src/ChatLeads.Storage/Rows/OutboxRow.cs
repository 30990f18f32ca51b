namespace ChatLeads.Storage.Rows;

/// <summary>Something to do later or elsewhere: an alert, a message over a push channel, an idle check. The one scheduler.</summary>
public sealed class OutboxRow
{
    public long Id { get; set; }

    /// <summary>Rows of one recipient go out one at a time and in order.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>Which handler takes it.</summary>
    public string Kind { get; set; } = "";

    public string PayloadJson { get; set; } = "";

    /// <summary>A second row with the same key is not added.</summary>
    public string? DedupeKey { get; set; }

    /// <summary>The lead that it is about, for erasure.</summary>
    public int? LeadNumber { get; set; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>After a failure: not before this.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was given up: a dead letter.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>Why the last attempt failed; never a part of the payload.</summary>
    public string? Error { get; set; }

    /// <summary>The channel's id of what was sent, for later edits.</summary>
    public string? ExternalId { get; set; }
}
