using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Playbooks;

/// <summary>
/// BM25 over one language's articles. A score is the share of the best score that the question could reach, so that one
/// threshold serves short and long questions: a word that no article knows speaks against every article.
/// </summary>
internal sealed class KnowledgeIndex
{
    private const double K1 = 1.5, B = 0.3;

    /// <summary>A word in the title or in an asked-as line says more about the topic than one in the text.</summary>
    private const int TitleWeight = 5, AskedWeight = 3;

    /// <summary>What a word that was guessed from a mistyped one is worth beside one that was typed right.</summary>
    private const double Guessed = 0.6;

    /// <summary>The share of a question's words that a known phrase must cover.</summary>
    private const double NearlyAll = 0.7;

    /// <summary>How much an article gains while what it is about is asked.</summary>
    private const double Expected = 2.5;

    private readonly KnowledgeWords words;
    private readonly KnowledgeArticle[] articles;
    private readonly double[] lengths;
    private readonly Dictionary<string, List<(int Article, int Weight)>> postings = [];
    private readonly HashSet<string> known = [];
    private readonly KnowledgeSpelling spelling;
    private readonly (string Phrase, int Words, int Article)[] phrases;

    public KnowledgeIndex(KnowledgeWords words, KnowledgeArticle[] articles)
    {
        (this.words, this.articles) = (words, articles);
        lengths = new double[articles.Length];
        for (var i = 0; i < articles.Length; i++)
            Add(i, articles[i]);
        var average = lengths.Length == 0 ? 1 : lengths.Average();
        lengths = Array.ConvertAll(lengths, length => length / average);
        phrases = [.. articles.SelectMany((article, i) => article.Head.AskedAs.SelectMany(line => line.Split(','))
            .Select(phrase => KnowledgeWords.Split(phrase).ToArray())
            .Select(phrase => (Spaced(phrase), phrase.Length, i)))];
        spelling = new KnowledgeSpelling([.. known, .. words.Synonyms.Where(word => postings.ContainsKey(words.Term(word))).Except(known)]);
    }

    /// <summary>The article that fits best and the weight of the words that it answers; null when none shares a word.</summary>
    public (KnowledgeArticle Article, double Score, double Weight)? Best(string question, Field? asking)
    {
        if (Phrase(question) is { } phrase)
            return phrase;
        var scores = new double[articles.Length];
        var possible = 0.0;
        foreach (var word in words.Topic(question).Distinct())
        {
            var found = postings.GetValueOrDefault(words.Term(word), []);
            var likeness = found.Count > 0 ? 1 : Guessed;
            if (found.Count == 0 && spelling.Closest(word) is { } meant)
                found = postings[words.Term(meant)];
            // Somebody's headcount or budget is no topic.
            if (found.Count == 0 && word.All(char.IsDigit))
                continue;
            var rarity = Rarity(found);
            possible += rarity;
            foreach (var (article, weight) in found)
                scores[article] += rarity * likeness * weight / (weight + (K1 * (1 - B + (B * lengths[article]))));
        }
        for (var i = 0; i < scores.Length && asking is not null; i++)
            if (articles[i].Head.WhileAsking == asking)
                scores[i] = Math.Min(scores[i] * Expected, possible);
        var best = Array.IndexOf(scores, scores.DefaultIfEmpty().Max());
        return possible > 0 && scores[best] > 0 ? (articles[best], scores[best] / possible, scores[best]) : null;
    }

    /// <summary>A question that is hardly more than a known one, which may be all stop words: "who are you?".</summary>
    private (KnowledgeArticle Article, double Score, double Weight)? Phrase(string question)
    {
        var asked = KnowledgeWords.Split(question).ToArray();
        var spaced = Spaced(asked);
        var fewest = NearlyAll * asked.Length;
        var (text, length, article) = phrases
            .Where(phrase => phrase.Words >= fewest && spaced.Contains(phrase.Phrase, StringComparison.Ordinal)).DefaultIfEmpty().MaxBy(phrase => phrase.Words);
        var share = (double)length / asked.Length;
        return text is not null ? (articles[article], share, share * Rarity([])) : null;
    }

    private static string Spaced(string[] text) => $" {string.Join(' ', text)} ";

    /// <summary>The article for whoever shows one of <paramref name="intents"/>.</summary>
    public KnowledgeArticle? For(IReadOnlySet<Intent> intents) =>
        Array.Find(articles, article => article.Head.Intent is { } intent && intents.Contains(intent));

    private void Add(int index, KnowledgeArticle article)
    {
        var weights = new Dictionary<string, int>();
        Weigh(article.Text, 1, weights);
        Weigh(string.Join('\n', article.Head.AskedAs), AskedWeight, weights);
        Weigh(article.Title, TitleWeight, weights);
        foreach (var (term, weight) in weights)
        {
            if (!postings.TryGetValue(term, out var list))
                postings[term] = list = [];
            list.Add((index, weight));
            lengths[index] += weight;
        }
    }

    /// <summary>A term counts once a part, so that a part's weight tells where it stands and not how often.</summary>
    private void Weigh(string text, int weight, Dictionary<string, int> weights)
    {
        var mine = words.Topic(text).ToHashSet();
        known.UnionWith(mine);
        foreach (var term in mine.Select(words.Term).Distinct())
            weights[term] = weights.GetValueOrDefault(term) + weight;
    }

    /// <summary>By how few articles are about the term; one that none knows is the rarest.</summary>
    private double Rarity(List<(int Article, int Weight)> found)
    {
        var about = found.Count(f => f.Weight >= AskedWeight);
        var count = about > 0 ? about : found.Count;
        return Math.Log(1 + ((articles.Length - count + 0.5) / (count + 0.5)));
    }
}
