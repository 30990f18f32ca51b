namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Whether a change is asked for, rather than forbidden, wished for, put under a condition or asked about.</summary>
internal static class Mood
{
    /// <summary>The "not" inside a phrase of these classes belongs to it: "not a fit", "no contesta".</summary>
    private static readonly string[] Idioms = [Classes.Stage, Classes.NoAnswer, Classes.Temperature, Classes.Noise, "exclude", "follow_up"];

    /// <summary>What is said behind these may well be a condition: "remind me on Friday if he has not written".</summary>
    private static readonly string[] OpenEnded = ["note", "snooze", "contacted.reached", "contacted.no_answer", "undo"];

    /// <param name="request">Null when what it cannot do without is missing.</param>
    public static bool IsOrder(KindScore kind, DeskRequest? request, Sentence sentence)
    {
        var end = PayloadAt(kind, request, sentence);
        return !sentence.All("negation").Any(hit => hit.Start < end && Negates(hit, kind, sentence))
            && !sentence.All("wish").Any(hit => hit.Start < end && Wishes(hit, kind, sentence))
            && !sentence.All("condition").Any(hit => hit.Start < end && Conditions(hit, kind, sentence))
            && !IsTold(end, sentence)
            && !IsQuestion(kind, request, end, sentence);
    }

    /// <summary>The token from which on the words are a note's or a reason's, and say nothing about the request.</summary>
    private static int PayloadAt(KindScore kind, DeskRequest? request, Sentence sentence)
    {
        if (kind.Kind == "note")
            return kind.End;
        var reason = request is DeskRequest.SetStage { Reason: { } text } ? sentence.Text.LastIndexOf(text, StringComparison.Ordinal) : -1;
        return reason < 0 ? sentence.Count : Enumerable.Range(0, sentence.Count).FirstOrDefault(i => sentence[i].Start >= reason, sentence.Count);
    }

    /// <summary>Before the cue or inside it, in the same clause: "no lo marques", "31 has not signed".</summary>
    private static bool Negates(Hit hit, KindScore kind, Sentence sentence) =>
        hit.Start < kind.End && !IsIdiom(hit, sentence) && !EndsClause(sentence, hit.End)
        && !(kind.Kind != "stage" && hit.Start >= kind.Start && kind.Cue.Parts.Any(part => part.Word == sentence[hit.Start].Word))
        && SameClause(sentence, hit.End, kind.Start)
        // "No, undo that" without its comma; "no deshagas" is mended.
        && !(kind.Kind == "undo" && hit.End == kind.Start && sentence[hit.Start].Word == "no" && !sentence[hit.End].Mended);

    /// <summary>Before the cue or inside it, in the same clause, or as the last word: "62 is won, hopefully".</summary>
    private static bool Wishes(Hit hit, KindScore kind, Sentence sentence) => !IsIdiom(hit, sentence)
        && (hit.Start < kind.End ? SameClause(sentence, hit.End, kind.Start) : sentence.SkipNoise(hit.End) == sentence.Count);

    private static bool Conditions(Hit hit, KindScore kind, Sentence sentence) =>
        hit.End < sentence.Count && sentence[hit.End].Kind != TokenKind.Symbol && !IsIdiom(hit, sentence)
        && (hit.Start < kind.End ? BeginsClause(sentence, hit.Start) : !OpenEnded.Contains(kind.Kind));

    /// <summary>"Tom marked 45 as lost yesterday": somebody's doing, after a name that begins the sentence.</summary>
    private static bool IsTold(int end, Sentence sentence) => sentence.All("told").Any(hit =>
        hit.Start < end && hit.Start > 0 && Enumerable.Range(0, hit.Start).All(i => sentence.IsNoise(i) || sentence.Is(i, Classes.Name) || sentence.Is(i, Classes.Surname) || sentence[i] is { Kind: TokenKind.Word, Known: false })
        && Enumerable.Range(0, hit.Start).Any(i => sentence.Is(i, Classes.Name)));

    /// <summary>"Has 31 signed?", "should I mark it as lost"; a polite "can you?" is an order.</summary>
    private static bool IsQuestion(KindScore kind, DeskRequest? request, int end, Sentence sentence) =>
        sentence.All("asking").Any(hit => hit.Start <= sentence.SkipNoise(0) && !IsIdiom(hit, sentence) && SameClause(sentence, hit.End, kind.Start))
        || request is DeskRequest.SetStage or DeskRequest.Contacted && !sentence.Has("polite")
            && Enumerable.Range(0, end).Any(i => sentence[i].Word == "?");

    private static bool IsIdiom(Hit hit, Sentence sentence) => Idioms.Any(idiom => sentence.Within(hit.Start, idiom));

    private static bool SameClause(Sentence sentence, int from, int to) =>
        !Enumerable.Range(from, Math.Max(0, to - from)).Any(i => EndsClause(sentence, i));

    private static bool BeginsClause(Sentence sentence, int i) =>
        i <= sentence.SkipNoise(0) || EndsClause(sentence, i - 1) || sentence.Before(i, Classes.And) is not null || sentence.Before(i, "clause") is not null;

    private static bool EndsClause(Sentence sentence, int i) =>
        i < sentence.Count && (sentence[i].Word is "," or ";" or ":" or "." or "!" or "?" or "(" or "–" or "-" or "…" || sentence.Is(i, "clause"));
}
