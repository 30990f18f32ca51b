namespace ChatLeads.Core.Desk.Parsing;

internal enum CuePart { Word, Class, Gap, Start, End }

/// <summary>
/// A pattern of words that speaks for a kind of request: <c>how * {metric} calculated</c>. <c>{class}</c> is any phrase of
/// the class, <c>*</c> up to six tokens, <c>^</c> and <c>$</c> the ends of the sentence. Articles and punctuation may stand between.
/// </summary>
internal sealed class Cue(string kind, int weight, IReadOnlyList<(CuePart Part, string Word)> parts)
{
    private const int MaxGap = 6;

    public string Kind => kind;
    public int Weight => weight;

    /// <summary>The word it must begin with, or null when it begins with something else.</summary>
    public string? FirstWord => parts[0].Part == CuePart.Word ? parts[0].Word : null;

    public IEnumerable<(CuePart Part, string Word)> Parts => parts;
    public int Words { get; } = parts.Count(part => part.Part is CuePart.Word or CuePart.Class);

    /// <summary>Where a match that begins at <paramref name="at"/> ends, or -1.</summary>
    public int Match(Sentence sentence, int at) => Match(sentence, at, 0);

    private int Match(Sentence sentence, int at, int part)
    {
        if (part == parts.Count)
            return at;
        var (kindOfPart, word) = parts[part];
        switch (kindOfPart)
        {
            case CuePart.Start:
                return sentence.SkipNoise(0) >= at ? Match(sentence, at, part + 1) : -1;
            case CuePart.End:
                return sentence.SkipNoise(at) == sentence.Count ? Match(sentence, at, part + 1) : -1;
            case CuePart.Gap:
                for (var skip = 0; skip <= MaxGap && at + skip <= sentence.Count; skip++)
                    if (Match(sentence, at + skip, part + 1) is >= 0 and var end)
                        return end;
                return -1;
        }
        for (var i = at; i < sentence.Count; i++)
        {
            if (kindOfPart == CuePart.Word
                ? sentence.IsWord(i, word) && sentence[i].Kind != TokenKind.Quote && Match(sentence, i + 1, part + 1) is >= 0 and var end
                : sentence.At(i, word) is { } hit && Match(sentence, hit.End, part + 1) is >= 0 and var end2 && (end = end2) >= 0)
                return end;
            if (part == 0 || !sentence.IsNoise(i))
                return -1;
        }
        return -1;
    }
}
