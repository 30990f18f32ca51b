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

    /// <summary>How much an article gains while what it is about is asked.</summary>
    private const double Expected = 2.5;

    private readonly KnowledgeWords words;
    private readonly KnowledgeArticle[] articles;
    private readonly double[] lengths;
    private readonly Dictionary<string, List<(int Article, int Weight)>> postings = [];
    private readonly Dictionary<string, double> rarities;
    private readonly double rarest;
    private readonly HashSet<string> known = [];
    private readonly KnowledgeSpelling spelling;
    private readonly KnowledgePhrases phrases;

    public KnowledgeIndex(KnowledgeWords words, KnowledgeArticle[] articles)
    {
        (this.words, this.articles) = (words, articles);
        lengths = new double[articles.Length];
        for (var i = 0; i < articles.Length; i++)
            Add(i, articles[i]);
        var average = lengths.Length == 0 ? 1 : lengths.Average();
        lengths = Array.ConvertAll(lengths, length => length / average);
        rarities = postings.ToDictionary(term => term.Key, term => Rarity(term.Value));
        rarest = Rarity([]);
        phrases = new KnowledgePhrases(articles);
        spelling = new KnowledgeSpelling([.. known, .. words.Synonyms.Where(word => postings.ContainsKey(words.Term(word))).Except(known)]);
    }

    /// <summary>The article that fits best; null when none shares a word.</summary>
    /// <param name="question">Its words.</param>
    public KnowledgeMatch? Best(ReadOnlySpan<string> question, Field? asking)
    {
        if (phrases.Closest(question) is var (named, share))
            return new KnowledgeMatch(articles[named], share, share * rarest);
        var scores = new double[articles.Length];
        var possible = 0.0;
        for (var i = 0; i < question.Length; i++)
            if (words.IsTopic(question[i]) && !question[..i].Contains(question[i]))
                possible += Credit(question[i], scores);
        if (possible == 0 || articles.Length == 0)
            return null;
        var best = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (asking is not null && articles[i].Head.WhileAsking == asking)
                scores[i] = Math.Min(scores[i] * Expected, possible);
            best = scores[i] > scores[best] ? i : best;
        }
        return scores[best] > 0 ? new KnowledgeMatch(articles[best], scores[best] / possible, scores[best]) : null;
    }

    /// <summary>Adds what a word of the question says for each article; tells what it could say at most.</summary>
    private double Credit(string word, double[] scores)
    {
        var (term, likeness) = (words.Term(word), 1.0);
        if (!postings.ContainsKey(term))
        {
            // Somebody's headcount or budget is no topic.
            if (spelling.Closest(word) is not { } meant)
                return word.All(char.IsDigit) ? 0 : rarest;
            (term, likeness) = (words.Term(meant), Guessed);
        }
        var rarity = rarities[term];
        foreach (var (article, weight) in postings[term])
            scores[article] += rarity * likeness * weight / (weight + (K1 * (1 - B + (B * lengths[article]))));
        return rarity;
    }

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
        var mine = KnowledgeWords.Split(text).Where(words.IsTopic).ToHashSet();
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

/// <summary>An article that a question found.</summary>
/// <param name="Score">0–1: how much of the question it covers.</param>
/// <param name="Weight">That of the words that it answers.</param>
internal readonly record struct KnowledgeMatch(KnowledgeArticle Article, double Score, double Weight);
