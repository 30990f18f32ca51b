using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Scoring;

/// <summary>All that a score rests on: what was said and what was done, nothing else.</summary>
/// <param name="Facts">In any order; of two for one field the later said counts.</param>
/// <param name="Messages">How many messages the prospect has written.</param>
/// <param name="LastActivity">When the last of them came.</param>
/// <param name="Refused">Fields that the prospect will not answer: never in <see cref="Score.Missing"/>.</param>
public sealed record Evidence(
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<SeenIntent> Intents,
    int Messages,
    DateTimeOffset LastActivity,
    IReadOnlySet<Field> Refused)
{
    /// <summary>The fact that counts for <paramref name="field"/>; the same whatever the order of <see cref="Facts"/>.</summary>
    public Fact? About(Field field)
    {
        Fact? latest = null;
        for (var i = 0; i < Facts.Count; i++)
            if (Facts[i] is var fact && fact.Field == field && (latest is null || Later(fact.Quote, latest.Quote)))
                latest = fact;
        return latest;
    }

    /// <summary>The last message with <paramref name="intent"/>.</summary>
    public Quote? Last(Intent intent)
    {
        Quote? latest = null;
        for (var i = 0; i < Intents.Count; i++)
            if (Intents[i] is var seen && seen.Intent == intent && (latest is null || Later(seen.Quote, latest)))
                latest = seen.Quote;
        return latest;
    }

    private static bool Later(Quote a, Quote b) =>
        (a.At.CompareTo(b.At), string.CompareOrdinal(a.MessageId, b.MessageId), string.CompareOrdinal(a.Text, b.Text)) switch
        {
            ( > 0, _, _) => true,
            (0, > 0, _) => true,
            (0, 0, > 0) => true,
            _ => false,
        };
}

/// <summary>An intent and the message that showed it.</summary>
public sealed record SeenIntent(Intent Intent, Quote Quote);
