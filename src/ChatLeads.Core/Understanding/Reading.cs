using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>What was read out of one message.</summary>
/// <param name="Language">The language to answer in (<c>es</c>, <c>en</c>); null when the message has no words of its own.</param>
/// <param name="Facts">At most one a field: corrections and conflicts are settled.</param>
public sealed record Reading(string? Language, IReadOnlySet<Intent> Intents, IReadOnlyList<ReadFact> Facts)
{
    public static readonly Reading Nothing = new(null, new HashSet<Intent>(), []);

    public bool Has(Intent intent) => Intents.Contains(intent);
}

/// <summary>A fact and the part of the original text, in UTF-16 units, that states it.</summary>
public sealed record ReadFact(Field Field, FactValue Value, int Start, int Length);

/// <summary>A message to read and what is known around it.</summary>
/// <param name="Asking">The field that the bot has just asked for.</param>
/// <param name="Region">ISO 3166 country for phones without a country code.</param>
/// <param name="Currency">ISO 4217, for an amount that names none.</param>
/// <param name="Language">The conversation's language so far: settles words that both languages share.</param>
public sealed record ReadRequest(
    string Text,
    Field? Asking,
    DateOnly Today,
    string Region = "ES",
    string Currency = "EUR",
    string? Language = null);
