using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Reads the language files of <c>dialogs/desk/</c>.</summary>
internal static class LexiconLoader
{
    public static Lexicon? Load(IEnumerable<DialogFile> files, ICollection<PlaybookError> errors)
    {
        var before = errors.Count;
        var draft = new Draft();
        var languages = files.Where(file => file.Path.StartsWith("desk/", StringComparison.Ordinal) && file.Path.Length == "desk/xx.yaml".Length).ToList();
        if (languages.Count == 0)
            errors.Add(new PlaybookError("desk/", 0, "There is no language file.", "Add desk/en.yaml."));
        foreach (var file in languages)
            draft.Read(DialogNode.Parse(file, errors), file.Path[^"xx.yaml".Length..^".yaml".Length]);
        return errors.Count > before ? null : draft.Lexicon();
    }

    private sealed class Draft
    {
        private readonly List<Phrase> phrases = [];
        private readonly List<Cue> cues = [];
        private readonly Dictionary<string, string[]> abbreviations = [];
        private readonly Dictionary<string, string[]> clitics = [];
        private readonly Dictionary<string, string> contractions = [];
        private readonly Dictionary<string, string> slashes = [];
        private readonly Dictionary<string, HashSet<string>> languages = [];

        public Lexicon Lexicon() => new(phrases, cues, abbreviations, clitics, contractions, slashes) { Languages = languages };

        public void Read(DialogNode root, string language)
        {
            var (firstPhrase, firstCue) = (phrases.Count, cues.Count);
            root.AllowOnly("abbreviations", "clitics", "contractions", "slash", "words", "cues");
            foreach (var (word, meaning) in root.Require("abbreviations").Entries())
                abbreviations[word] = Words(meaning.Text());
            foreach (var (ending, pronouns) in root.Require("clitics").Entries())
                clitics[ending] = Words(pronouns.Text());
            if (root.Get("contractions") is { } grown)
                foreach (var (word, meaning) in grown.Entries())
                    contractions[Folding.Fold(word)] = meaning.Text();
            foreach (var (command, words) in root.Require("slash").Entries())
                slashes[Folding.Fold(command)] = words.Text();
            foreach (var (name, node) in root.Require("words").Entries())
                ReadClass(name, node);
            foreach (var (kind, node) in root.Require("cues").Entries())
                ReadCues(kind, node);
            languages[language] =
            [
                .. phrases.Skip(firstPhrase).Where(phrase => phrase.Class is not (Classes.Name or Classes.Surname or Classes.Place or Classes.Source)).SelectMany(phrase => phrase.Words),
                .. cues.Skip(firstCue).SelectMany(cue => cue.Parts).Where(part => part.Part == CuePart.Word).Select(part => part.Word),
            ];
        }

        private void ReadClass(string name, DialogNode node)
        {
            if (!node.IsMap)
                Add(name, null, node);
            else
                foreach (var (value, words) in node.Entries())
                    Add(name, value, words);
        }

        private void Add(string name, string? value, DialogNode node)
        {
            foreach (var item in node.Items())
                if (Words(item.Text()) is { Length: > 0 } words)
                    phrases.Add(new Phrase(name, value ?? name, words));
        }

        private void ReadCues(string kind, DialogNode node)
        {
            if (!Kinds.Ids.Contains(kind))
                node.Error($"`{kind}` is no kind of request.", $"Known are: {string.Join(", ", Kinds.Ids)}.");
            foreach (var (weight, list) in node.Entries())
            {
                if (weight is not [>= '1' and <= '5'])
                    list.Error($"`{weight}` is no weight.", "Write one from 1 to 5.");
                else
                    cues.AddRange(list.Items().Select(item => new Cue(kind, weight[0] - '0', Parts(item))));
            }
        }

        private static List<(CuePart, string)> Parts(DialogNode item)
        {
            var parts = new List<(CuePart, string)>();
            foreach (var piece in item.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                switch (piece)
                {
                    case "*": parts.Add((CuePart.Gap, "")); break;
                    case "^": parts.Add((CuePart.Start, "")); break;
                    case "$": parts.Add((CuePart.End, "")); break;
                    case ['{', .. var name, '}']: parts.Add((CuePart.Class, name)); break;
                    default: parts.AddRange(Words(piece).Select(word => (CuePart.Word, word))); break;
                }
            if (parts.Count == 0 || parts.All(part => part.Item1 == CuePart.Gap))
            {
                item.Error("The cue has no words.", "Write some.");
                parts.Add((CuePart.Word, ""));
            }
            return parts;
        }

        private static string[] Words(string text) => [.. Tokenizer.Cut(text).Where(token => token.Kind != TokenKind.Quote).Select(token => token.Word)];
    }
}
