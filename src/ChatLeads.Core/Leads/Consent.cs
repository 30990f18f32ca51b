namespace ChatLeads.Core.Leads;

/// <summary>What a person agrees to. Each purpose is asked for by itself.</summary>
public enum ConsentPurpose { Contact, Marketing }

/// <summary>Proof of one answer to a consent question, append-only (GDPR art. 7(1)).</summary>
/// <param name="Text">Exactly what was shown.</param>
/// <param name="TextHash">SHA-256 of <paramref name="Text"/> in UTF-8, lower-case hex.</param>
/// <param name="PolicyVersion">Version of the privacy policy that the text linked to.</param>
/// <param name="MessageId">The person's answer.</param>
public sealed record ConsentRecord(
    ConsentPurpose Purpose,
    bool Granted,
    string Text,
    string TextHash,
    string PolicyVersion,
    Uri PolicyUrl,
    string Language,
    string Channel,
    DateTimeOffset At,
    string MessageId);
