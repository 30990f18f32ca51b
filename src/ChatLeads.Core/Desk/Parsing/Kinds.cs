namespace ChatLeads.Core.Desk.Parsing;

/// <summary>How strongly a sentence's cues speak for a kind of request.</summary>
/// <param name="Start">The first token of the strongest cue.</param>
/// <param name="Cue">The strongest one; of two at the same place, the longer says more.</param>
internal sealed record KindScore(string Kind, double Score, int Start, int End, Cue Cue);

internal static class Kinds
{
    /// <summary>A kind, or a kind with one of its values (<c>duty.off</c>).</summary>
    public static readonly string[] Ids =
    [
        "note", "undo", "digest.off", "digest", "explain", "explain.what", "snooze", "contacted.no_answer", "contacted.reached", "stage", "assign", "claim", "takeover", "release",
        "duty.on", "duty.off", "cost", "invite", "export", "erase", "audit.lead", "audit", "undelivered", "funnel.activity", "funnel", "speed", "sources", "my_day", "team", "transcript", "next_step", "lead", "leads", "more", "help", "unknown",
    ];

    private static readonly HashSet<string> Changing = [.. Ids.Take(Array.IndexOf(Ids, "export")).Where(id => !id.StartsWith("explain", StringComparison.Ordinal))];

    public static bool IsChange(string id) => Changing.Contains(id) || id == "erase";

    /// <summary>A word inside a phrase of these classes is no cue of its own: the "assigned" of "not assigned".</summary>
    private static readonly string[] Shadows = [Classes.Nobody, Classes.Mine, Classes.Sort, Classes.Stage, Classes.NoAnswer, Classes.OwnedBy];

    /// <summary>The strongest cue counts, another one of the same kind a little; the strongest kind first.</summary>
    public static IReadOnlyList<KindScore> Score(Sentence sentence)
    {
        var best = new Dictionary<string, KindScore>();
        for (var i = 0; i < sentence.Count; i++)
        {
            foreach (var cue in sentence.Lexicon.CuesFrom(sentence[i].Word))
                Try(cue, i);
            foreach (var cue in sentence.Lexicon.CuesFromAnywhere)
                Try(cue, i);
        }
        return [.. best.Values.OrderByDescending(kind => Math.Floor(kind.Score)).ThenBy(Place).ThenBy(kind => kind.Start).ThenByDescending(kind => kind.Cue.Words).ThenByDescending(kind => kind.Score).ThenBy(kind => Array.IndexOf(Ids, kind.Kind))];

        // What is beyond the desk wins over a question, and over a change that is asked for later in the sentence; not over
        // an erasure, whose words it shares, and which is asked about.
        int Place(KindScore kind) => kind.Kind == "unknown" ? 1
            : kind.Kind == "erase" ? 0
            : Changing.Contains(kind.Kind) && best.TryGetValue("unknown", out var unknown) && kind.Start < unknown.Start ? 0 : 2;

        void Try(Cue cue, int at)
        {
            if (sentence.Taken(at) || best.TryGetValue(cue.Kind, out var known) && known.Score >= cue.Weight + 0.25)
                return;
            if (cue.Match(sentence, at) is not (>= 0 and var end) || cue.FirstWord is not null && end == at + 1 && Shadows.Any(shadow => sentence.Within(at, shadow)))
                return;
            best[cue.Kind] = known is null ? new KindScore(cue.Kind, cue.Weight, at, end, cue)
                : cue.Weight > Math.Floor(known.Score) ? new KindScore(cue.Kind, cue.Weight + 0.25, at, end, cue)
                : known with { Score = Math.Floor(known.Score) + (at >= known.End ? 0.25 : known.Score % 1) };
        }
    }
}
