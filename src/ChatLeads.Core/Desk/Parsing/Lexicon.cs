namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Words that mean <paramref name="Value"/> of the class <paramref name="Class"/>.</summary>
internal sealed record Phrase(string Class, string Value, IReadOnlyList<string> Words);

/// <summary>All words that the desk knows, of all languages at once: staff mix them.</summary>
internal sealed class Lexicon
{
    private readonly ILookup<string, Phrase> phrases;
    private readonly ILookup<string, Cue> cuesByWord;
    private readonly IReadOnlyList<Cue> otherCues;
    private readonly Typos typos;

    public Lexicon(IReadOnlyCollection<Phrase> phrases, IReadOnlyCollection<Cue> cues,
        IReadOnlyDictionary<string, string[]> abbreviations, IReadOnlyDictionary<string, string[]> clitics,
        IReadOnlyDictionary<string, string> contractions, IReadOnlyDictionary<string, string> slashes)
    {
        this.phrases = phrases.ToLookup(phrase => phrase.Words[0]);
        cuesByWord = cues.Where(cue => cue.FirstWord is not null).ToLookup(cue => cue.FirstWord!);
        otherCues = [.. cues.Where(cue => cue.FirstWord is null)];
        (Abbreviations, Clitics, Contractions, Slashes) = (abbreviations, clitics, contractions, slashes);
        Names = phrases.Where(phrase => phrase.Class == Classes.Name).SelectMany(phrase => phrase.Words).ToHashSet();
        typos = new Typos([
            .. phrases.Where(phrase => phrase.Class is not (Classes.Name or Classes.Surname)).SelectMany(OwnWords),
            .. cues.SelectMany(cue => cue.Parts).Where(part => part.Part == CuePart.Word).Select(part => part.Word),
        ]);
    }

    /// <summary>San Diego makes no word of Diego: a name that is only a part of a place's stays a name.</summary>
    private IEnumerable<string> OwnWords(Phrase phrase) =>
        phrase is { Class: Classes.Place, Words.Count: > 1 } ? phrase.Words.Where(word => !Names.Contains(word)) : phrase.Words;

    public IReadOnlyDictionary<string, string[]> Abbreviations { get; }
    /// <summary>Endings of a verb that are words of their own: <c>selo</c> is <c>se lo</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Clitics { get; }
    /// <summary>Prepositions grown together with an article: <c>del</c> is <c>de</c>.</summary>
    public IReadOnlyDictionary<string, string> Contractions { get; }
    /// <summary>What a slash command stands for, in words.</summary>
    public IReadOnlyDictionary<string, string> Slashes { get; }
    public IReadOnlySet<string> Names { get; }

    /// <summary>The words of each language, of which some are those of another one, too.</summary>
    public required IReadOnlyDictionary<string, HashSet<string>> Languages { get; init; }

    /// <summary>The language that has the most words that no other has; null when that is none's.</summary>
    public string? LanguageOf(IEnumerable<string> words)
    {
        var said = words.ToList();
        var counts = Languages.Select(language => (language.Key, Own: said.Count(word => OnlyLanguage(word) == language.Key))).OrderByDescending(language => language.Own).Take(2).ToList();
        return counts is [(var first, var most), (_, var next)] ? most > next ? first : null : null;
    }

    /// <summary>The one language that has the word.</summary>
    public string? OnlyLanguage(string word) =>
        Languages.Where(language => language.Value.Contains(word)).Take(2).ToList() is [var only] ? only.Key : null;

    public bool Knows(string word) => typos.Knows(word);
    public string? Mend(string word) => typos.Mend(word);
    public IEnumerable<Phrase> PhrasesFrom(string word) => phrases[word];
    public IEnumerable<Cue> CuesFrom(string word) => cuesByWord[word];
    public IEnumerable<Cue> CuesFromAnywhere => otherCues;
}
