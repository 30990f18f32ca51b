namespace ChatLeads.Core.Understanding;

/// <summary>What the example sentences of the lexicon say a message is about, where no cue tells.</summary>
internal sealed class Learned(Lexicon lexicon, IReadOnlyList<LexiconLine> examples)
{
    private const string Prefix = "example.";
    private const string Need = "need";

    /// <summary>The intents in their order, then "need"; "none" has no place of its own.</summary>
    private static readonly List<string> Labels = [.. Intents.All.Select(intent => intent.Id), Need];

    private readonly Lazy<Classifier> classifier = new(() => Train(lexicon, examples));

    public static IEnumerable<string> Sections => Labels.Append("none").Select(label => Prefix + label);

    /// <summary>The likeliest label and how likely it is; a null intent means a need.</summary>
    public (Intent? Intent, float Likely)? Guess(ReadOnlySpan<Token> tokens)
    {
        if (examples.Count == 0 || !HasWord(tokens))
            return null;
        Span<float> scores = stackalloc float[16];
        classifier.Value.Score(Features.Of(tokens, stackalloc int[Features.Most(tokens.Length)]), scores);
        var best = 0;
        for (var label = 1; label < Labels.Count; label++)
            best = scores[label] > scores[best] ? label : best;
        return (best < Intents.All.Count ? Intents.All[best].Intent : null, scores[best]);
    }

    private static bool HasWord(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.IsWord)
                return true;
        }
        return false;
    }

    private static Classifier Train(Lexicon lexicon, IReadOnlyList<LexiconLine> examples) => new(
        [.. examples.Select(line => (FeaturesOf(Tokenizer.Cut(FoldedText.Of(line.Text), lexicon)), Labels.IndexOf(line.Section[Prefix.Length..])))]);

    private static int[] FeaturesOf(Token[] tokens) => Features.Of(tokens, stackalloc int[Features.Most(tokens.Length)]).ToArray();
}
