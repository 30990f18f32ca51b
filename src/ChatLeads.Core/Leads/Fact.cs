namespace ChatLeads.Core.Leads;

/// <summary>A fact, with the message that it came from (law 4). A later fact of the same field takes its place.</summary>
public sealed record Fact(Field Field, FactValue Value, Quote Quote);

/// <summary>Where a fact was said.</summary>
/// <param name="MessageId">The id of the prospect's message in the transcript.</param>
/// <param name="Text">The words that were read, as written.</param>
/// <param name="At">When the message was taken in, UTC.</param>
public sealed record Quote(string MessageId, string Text, DateTimeOffset At);
