using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Understanding;

/// <summary>Gathers the lexicon out of its files, with all that is wrong in them.</summary>
internal sealed class LexiconBuilder
{
    public static readonly Phrases Empty = new();

    /// <summary>The folder of languages that the bot does not answer in.</summary>
    public const string OtherFolder = "other";

    /// <summary>Words of these say something about the world, not about the language that they are written in.</summary>
    private static readonly HashSet<string> Nameless =
        ["given", "surname", "place", "place.inside", "place.ambiguous", "domain", "org.head", "org.suffix", "org.legal", "currency", "symbol", "table", "fiscal", "dollar", "peso", "phone.region", "abbreviation"];

    private const string PatternHelp = "See the README beside the folder of the language.";

    private readonly Dictionary<string, PatternParser.MacroTable> macros = [];
    private readonly HashSet<PatternNode> learned = [];
    private readonly List<PlaybookError> errors = [];
    private readonly HashSet<(string Folder, string Word)> cueWords = [];

    private LexiconBuilder() { }

    /// <summary>Words as they may be written, with those that they mean.</summary>
    public Dictionary<string, Word> Known { get; } = [];
    public Spelling Spelling { get; } = new();
    public Dictionary<string, Phrases> Phrases { get; } = [];
    public List<string> Languages { get; } = [];
    public HashSet<string> DomainSet { get; } = [];
    public PatternIndex Patterns { get; } = new();
    public List<LexiconLine> Examples { get; } = [];

    public static (Lexicon Lexicon, List<PlaybookError> Errors) Build(IEnumerable<DialogFile> files)
    {
        var builder = new LexiconBuilder();
        var lines = files.OrderBy(file => file.Path, StringComparer.Ordinal)
            .SelectMany(file => LexiconFile.Lines(file, builder.errors)).ToList();
        foreach (var line in lines.Where(line => Sections.Kind(line.Section) == SectionKind.Macros))
            builder.AddMacro(line);
        foreach (var line in lines)
            builder.Add(line);
        builder.Finish();
        return (new Lexicon(builder), builder.errors);
    }

    private void Finish()
    {
        foreach (var (word, _) in Of("number").Singles)
            Known[word].Count();
        // A word that means another may be what a third one means.
        foreach (var (alias, word) in Of("alias").Singles.Select(pair => (pair.Key, Known.GetValueOrDefault(pair.Value) ?? new Word(pair.Value, false))).ToList())
            Known[alias] = word;
    }

    private void Add(LexiconLine line)
    {
        switch (Sections.Kind(line.Section))
        {
            case SectionKind.Words:
                AddWords(line, line.Text, "");
                break;
            case SectionKind.Pairs:
                AddPair(line);
                break;
            case SectionKind.Patterns:
                AddPattern(line);
                break;
            case SectionKind.Examples:
                Examples.Add(line);
                break;
        }
    }

    private void AddMacro(LexiconLine line)
    {
        var parts = line.Text.Split(" = ", 2);
        if (parts.Length < 2)
            errors.Add(line.Error("A macro needs a name and a text.", "Write `name = one|two`."));
        else if (!MacrosOf(line.Folder).Texts.TryAdd(parts[0].Trim(), parts[1]))
            errors.Add(line.Error($"The macro `{parts[0].Trim()}` is there already.", "Give it another name: macros count for the whole folder."));
    }

    private void AddPair(LexiconLine line)
    {
        var parts = line.Text.Split(" = ", 2);
        if (parts.Length < 2)
            errors.Add(line.Error("An entry of this section needs a value.", "Write `word, other word = value`."));
        else
            AddWords(line, parts[0], parts[1].Trim());
    }

    private void AddWords(LexiconLine line, string words, string value)
    {
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = word.AsSpan().ContainsAnyExceptInRange('a', 'z') ? string.Join(' ', FoldedText.Fold(word).Split(' ').Select(Plain)) : word;
            var phrases = Of(line.Section);
            phrases.Add(folded, value);
            if (line.Section == "domain")
                DomainSet.Add(folded);
            var parts = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var part in parts)
                Learn(part, Nameless.Contains(line.Section) ? null : line.Folder);
            if (parts.Length > 0)
                Known[parts[0]].Open(phrases.Bit);
        }
    }

    private void AddPattern(LexiconLine line)
    {
        var (root, error) = PatternParser.Parse(line.Text, MacrosOf(line.Folder));
        if (root is null)
        {
            errors.Add(line.Error($"This is no pattern: {error}", PatternHelp));
            return;
        }
        if (!Patterns.Add(new Pattern(line.Section, line.Folder, line.Text, root)))
            errors.Add(line.Error("This is no pattern: A pattern starts with a word.", PatternHelp));
        root.Learn(word => LearnCue(word, line.Folder), learned);
    }

    private void LearnCue(string word, string folder)
    {
        if (!cueWords.Add((folder, word)))
            return;
        Spelling.Add(Learn(word, folder));
    }

    private Word Learn(string word, string? folder)
    {
        if (!Known.TryGetValue(word, out var known))
            Known[word] = known = new Word(word, true);
        if (folder is null or "shared" || !char.IsLetter(word, 0))
            return known;
        if (!Languages.Contains(folder))
            Languages.Add(folder);
        known.Learn(Languages.IndexOf(folder));
        return known;
    }

    private static string Plain(string word) => word.Length == 1 ? word : word.Replace("'", "").Replace("-", "");

    private Phrases Of(string section)
    {
        if (!Phrases.TryGetValue(section, out var found))
            Phrases[section] = found = new Phrases(UInt128.One << Phrases.Count);
        return found;
    }

    private PatternParser.MacroTable MacrosOf(string folder)
    {
        if (!macros.TryGetValue(folder, out var found))
            macros[folder] = found = new PatternParser.MacroTable();
        return found;
    }
}
