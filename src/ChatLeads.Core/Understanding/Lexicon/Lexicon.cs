using System.Collections.Frozen;
using System.Numerics;

namespace ChatLeads.Core.Understanding;

/// <summary>All words that the reader knows, from <c>dialogs/understanding/</c>. Immutable once loaded.</summary>
internal sealed class Lexicon
{
    private const int FewestForLanguage = 3;

    private readonly Dictionary<string, Word> known;
    private readonly Spelling spelling;
    private readonly FrozenDictionary<string, Phrases> phrases;
    private readonly ulong answers;

    public Lexicon(LexiconBuilder built)
    {
        (known, spelling, phrases, Languages) = (built.Known, built.Spelling, built.Phrases.ToFrozenDictionary(), built.Languages);
        Patterns = built.Patterns;
        Domains = built.DomainSet;
        Numbers = this["number"];
        NumberOpeners = Any("number", "half", "pair", "one", "scale");
        DigitOpeners = Any("number", "double", "triple", "phone.plus");
        DateOpeners = NumberOpeners | Any("vague", "unit", "month", "quarter", "half.year", "ordinal", "holiday", "season", "fiscal", "weekday");
        Contrast = this["contrast"];
        Abbreviations = this["abbreviation"];
        for (var i = 0; i < Languages.Count; i++)
            answers |= Languages[i] != LexiconBuilder.OtherFolder ? 1UL << i : 0;
        Learned = new Learned(this, built.Examples);
    }

    public PatternIndex Patterns { get; }
    public Phrases Numbers { get; }
    public Learned Learned { get; }

    /// <summary>The phrases that a number in words may begin with, as in <see cref="Word.Opens"/>.</summary>
    public UInt128 NumberOpeners { get; }

    /// <summary>Those that a dictated phone number may.</summary>
    public UInt128 DigitOpeners { get; }

    /// <summary>Those that a date may, if not with digits.</summary>
    public UInt128 DateOpeners { get; }

    /// <summary>Words before which a new clause begins, such as "but".</summary>
    public Phrases Contrast { get; }

    /// <summary>Words written short, with a dot that ends no sentence.</summary>
    public Phrases Abbreviations { get; }

    /// <summary>Top-level domains.</summary>
    public IReadOnlySet<string> Domains { get; }

    /// <summary>The words or pairs of a section; empty when no file has it.</summary>
    public Phrases this[string section] => phrases.TryGetValue(section, out var found) ? found : LexiconBuilder.Empty;

    /// <summary>The folders of languages, by their bits in <see cref="Word.Languages"/>; <c>other</c> holds those that are not answered in.</summary>
    public List<string> Languages { get; }

    /// <summary>Those of the languages of a word that the bot answers in.</summary>
    public ulong Answered(Word word) => word.Languages & answers;

    public bool IsAnswered(string folder) => folder != LexiconBuilder.OtherFolder && Languages.Contains(folder);

    /// <summary>The language whose own words stand in a text, where those of no other do; null where that is not plain.</summary>
    public string? LanguageOf(Token[] tokens)
    {
        var (language, words) = (0UL, 0);
        for (var at = 0; at < Math.Min(tokens.Length, FewestForLanguage * 20); at++)
        {
            var only = tokens[at].IsWord ? Answered(tokens[at].Word) : 0;
            if (!BitOperations.IsPow2(only))
                continue;
            if (words++ > 0 && only != language)
                return null;
            language = only;
        }
        return words >= FewestForLanguage ? Languages[BitOperations.Log2(language)] : null;
    }

    private UInt128 Any(params ReadOnlySpan<string> sections)
    {
        UInt128 all = 0;
        foreach (var section in sections)
            all |= this[section].Bit;
        return all;
    }

    public bool SplitsAfterHyphen(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end]))
            end++;
        return end is > 0 and < 12 && this["hyphen.split"].Contains(rest[..end].ToString());
    }

    public Word WordOf(ReadOnlySpan<char> text) => Known(text) ?? new Word(text.ToString(), false);

    /// <summary>A word as cues know it: without inner marks, letters held down let go, usual short forms and slips mended.</summary>
    public Word Normalize(ReadOnlySpan<char> word)
    {
        const int longest = 48;
        if (word.Length > longest)
            return new Word(word.ToString(), false);
        Span<char> plain = stackalloc char[longest];
        var length = 0;
        foreach (var c in word)
        {
            if (c is not ('\'' or '-' or '.'))
                plain[length++] = c;
        }
        plain = plain[..length];
        return Known(plain) ?? Shortened(plain, 1) ?? Shortened(plain, 2) ?? spelling.Mend(plain) ?? new Word(plain.ToString(), false);
    }

    private Word? Known(ReadOnlySpan<char> word) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var form) ? form : null;

    /// <summary>Runs of three and more of a letter cut to <paramref name="keep"/>: "holaaa" is "hola".</summary>
    private Word? Shortened(ReadOnlySpan<char> word, int keep)
    {
        if (!HasRun(word))
            return null;
        Span<char> shorter = stackalloc char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var run = word[i..].IndexOfAnyExcept(word[i]);
            run = run < 0 ? word.Length - i : run;
            for (var j = 0; j < (run >= 3 ? keep : run); j++)
                shorter[length++] = word[i];
            i += run;
        }
        return Known(shorter[..length]);
    }

    private static bool HasRun(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        }
        return false;
    }
}
