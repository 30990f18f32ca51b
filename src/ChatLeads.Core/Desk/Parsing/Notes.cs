namespace ChatLeads.Core.Desk.Parsing;

/// <summary>What is noted, on which lead: after a colon, after the lead's number or name, or after "that".</summary>
internal static class Notes
{
    private const int HeadWords = 10;

    public static DeskRequest? Read(Slots slots, KindScore cue)
    {
        var sentence = slots.Sentence;
        var colon = Colon(sentence, cue.End);
        var limit = colon < 0 ? sentence.Count : colon;
        var said = Lead(slots, cue, limit, colon >= 0);
        // "Apunta a" aims at a lead, or at the moon.
        if (said is null && colon < 0 && sentence.Is(cue.End - 1, "aim"))
            return null;
        var start = colon >= 0 ? colon + 1 : Math.Max(cue.End, said?.End ?? 0);
        var text = sentence.First("quote") is { } quote && quote.Start >= start ? quote.Value : Payload(sentence, start, asWritten: colon >= 0);
        return text.Length == 0 ? null : new DeskRequest.AddNote(said?.Lead ?? slots.Leads.Current, text);
    }

    private static int Colon(Sentence sentence, int from)
    {
        for (var i = Math.Max(0, from - 1); i < sentence.Count && i < from + HeadWords; i++)
            if (sentence[i].Word == ":")
                return i;
        return -1;
    }

    private static (LeadRef Lead, int End)? Lead(Slots slots, KindScore cue, int limit, bool closed)
    {
        var sentence = slots.Sentence;
        var at = sentence.SkipAll(cue.End, Classes.Destination, Classes.Article, Classes.PlaceIn, Classes.Of, Classes.LeadNoun, Classes.Noise, Classes.About, Classes.One);
        var (from, to) = closed ? (limit, sentence.Count) : (Math.Min(at + 1, sentence.Count), sentence.Count);
        if (slots.Leads.Said(from, to, namesToo: false) is { } number && (closed || number.Start <= at))
            return (number.Lead, number.End);
        if (slots.NameRuns.FirstOrDefault(run => closed ? run.Start < limit : run.Start == at && (run.Certain || Addressed(slots, at))) is { } name)
        {
            var end = closed ? name.End : Math.Min(name.End, name.Start + 2);
            return (LeadRef.Of(Folding.Capitalise(sentence.Written(name.Start, end))), end);
        }
        if (sentence.Before(at, Classes.Destination) is not null && sentence.At(at, Classes.Pronoun) is { } pronoun && slots.Leads.Current is { } current)
            return (current, pronoun.End);
        return slots.NameRuns.FirstOrDefault(run => run.Certain && run.End <= cue.Start) is { } before ? (LeadRef.Of(before.Name), before.End) : null;
    }

    /// <summary>Unknown words are a firm's name only where a name must stand: "on Taller Ibarra".</summary>
    private static bool Addressed(Slots slots, int at) =>
        slots.Sentence.Before(at, Classes.PayloadLead) is null && (slots.Leads.Current is null || slots.Sentence.Before(at, Classes.Destination) is not null);

    /// <summary>The original text from a token on, without punctuation before it, nor "that" unless it is as written.</summary>
    public static string Payload(Sentence sentence, int start, bool asWritten = false)
    {
        while (start < sentence.Count && (!asWritten && sentence.Is(start, Classes.PayloadLead) || sentence[start] is { Kind: TokenKind.Symbol, Word: ":" or "," or "-" or "–" or "." }))
            start = !asWritten && sentence.Skip(start, Classes.PayloadLead) is var next && next > start ? next : start + 1;
        return start < sentence.Count ? sentence.Text[sentence[start].Start..].Trim() : "";
    }
}
