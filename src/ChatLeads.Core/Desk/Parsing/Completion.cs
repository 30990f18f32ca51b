using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Puts the bare answer to what the desk asked behind the sentence that it was asked for: "assign 42" and "to Marta".</summary>
internal static class Completion
{
    /// <summary>From this confidence on the sentence is a request of its own, and the question is dropped.</summary>
    private const double Own = 0.8;

    /// <param name="parse">Of a sentence that nothing waits for.</param>
    /// <returns>Null when the sentence is no answer.</returns>
    public static DeskReading? Of(BegunRequest begun, DeskInput input, Lexicon lexicon, Func<DeskInput, DeskReading> parse)
    {
        var context = input.Context! with { Begun = null, Pending = null };
        var alone = parse(input with { Context = context with { Request = null, Lead = null } });
        var slots = new Slots(SentenceReader.Read(input.Text, lexicon, new HashSet<string>()), input with { Context = null }, new HashSet<string>());
        if (input.Text.TrimStart().StartsWith('/') || slots.Kinds.Any(kind => kind.Kind == "unknown"))
            return null;
        var whole = input with { Text = $"{begun.Said} {input.Text}", Context = context };
        var takesWords = TakesAnyWords(begun, parse(whole with { Text = begun.Said }).Request);
        if (takesWords ? !IsStatement(begun, alone, slots.Sentence) : alone.Confidence >= Own && !IsPartOf(begun, alone.Request))
            return null;
        return parse(whole) is { Confidence: > 0 } reading && DeskJson.Id(reading.Request) == begun.Kind ? reading : null;
    }

    /// <summary>"To opportunity", "they went elsewhere": of the same kind, and about no lead of its own.</summary>
    private static bool IsPartOf(BegunRequest begun, DeskRequest alone) =>
        DeskJson.Id(alone) == begun.Kind && alone is DeskRequest.AboutLead { Lead: null };

    /// <summary>A note, or why a lead was given up.</summary>
    private static bool TakesAnyWords(BegunRequest begun, DeskRequest opened) =>
        begun.Kind == "note" || opened is DeskRequest.SetStage { To: Stage.Lost or Stage.Disqualified };

    /// <summary>Neither a question, nor a request, nor "ok". That nobody answers may be why a lead is given up.</summary>
    private static bool IsStatement(BegunRequest begun, DeskReading alone, Sentence sentence) =>
        !sentence.Text.Contains('?', StringComparison.Ordinal)
        && (alone.Confidence == 0 || IsPartOf(begun, alone.Request) || alone.Request is DeskRequest.Contacted { Lead: null, Outcome: Outcome.NoAnswer })
        && sentence.SkipAll(sentence.SkipNoise(0), "decline", Classes.Noise, Classes.Article) < sentence.Count;
}
