namespace ChatLeads.Core.Playbooks;

/// <summary>The phrases in which people ask for an article.</summary>
internal sealed class KnowledgePhrases
{
    /// <summary>The share of a question's words that a known phrase must cover.</summary>
    private const double NearlyAll = 0.7;

    private readonly ILookup<string, (string[] Words, int Article)> byFirstWord;

    public KnowledgePhrases(KnowledgeArticle[] articles) =>
        byFirstWord = articles
            .SelectMany((article, i) => article.Head.AskedAs.SelectMany(line => line.Split(',')).Select(phrase => (Words: KnowledgeWords.Split(phrase).ToArray(), Article: i)))
            .Where(phrase => phrase.Words.Length > 0)
            .ToLookup(phrase => phrase.Words[0]);

    /// <summary>
    /// The article that a question asks for which is hardly more than a known one, which may be all stop words ("who are
    /// you?"), and the share of its words that this one covers; null when it is more.
    /// </summary>
    public (int Article, double Share)? Closest(ReadOnlySpan<string> question)
    {
        var (longest, article) = (0, int.MaxValue);
        for (var i = 0; i < question.Length; i++)
            foreach (var phrase in byFirstWord[question[i]])
                // Of two as long the one whose article comes first.
                if ((phrase.Words.Length, -phrase.Article).CompareTo((longest, -article)) > 0 && question[i..].StartsWith(phrase.Words))
                    (longest, article) = (phrase.Words.Length, phrase.Article);
        return longest > 0 && longest >= NearlyAll * question.Length ? (article, (double)longest / question.Length) : null;
    }
}
