using System.Runtime.InteropServices;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Playbooks;

/// <summary>What the bot can answer about the firm and its product: full-text search over <c>dialogs/knowledge/</c>.</summary>
public sealed class KnowledgeBase
{
    /// <summary>Below this share of the question's weight the question is about something else.</summary>
    private const double Threshold = 0.32;

    /// <summary>A chat question is short; the rest of a wall of text is not searched.</summary>
    private const int LongestQuestion = 1000;

    private const string Folder = "knowledge/";
    private static readonly char[] ClauseEnds = ['.', '?', '!', ';', ',', '\n', '¿', '¡'];

    private readonly Dictionary<string, KnowledgeIndex> byLanguage;

    private KnowledgeBase(Dictionary<string, KnowledgeIndex> byLanguage) => this.byLanguage = byLanguage;

    /// <summary>Takes the files below <c>knowledge/</c>; what is wrong is added to <paramref name="errors"/>.</summary>
    public static KnowledgeBase Load(IReadOnlyList<DialogFile> files, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors)
    {
        var mine = files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        var articles = mine.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)).Select(file => KnowledgeArticle.Read(file, errors)).ToList();
        CheckTranslations(articles, languages, errors);
        return new KnowledgeBase(languages.ToDictionary(
            language => language,
            language => new KnowledgeIndex(WordsOf(language, mine, errors), [.. articles.Where(article => article.Language == language)])));
    }

    /// <summary>The article that answers the question or a clause of it; null when none does. Never throws, whatever the question.</summary>
    /// <param name="language">One of the playbook's.</param>
    /// <param name="intents">Read from it: the article for one of them answers when the search finds nothing, or only who asks.</param>
    /// <param name="asking">What the bot has asked for last.</param>
    public KnowledgeAnswer? Search(string language, string question, IReadOnlySet<Intent> intents, Field? asking = null)
    {
        var index = byLanguage[language];
        var found = Found(index, question.AsSpan(0, Math.Min(question.Length, LongestQuestion)), asking);
        if (found is null or { Article.Head.IsBackground: true } && index.For(intents) is { } meant)
            return new KnowledgeAnswer(meant.Id, meant.Title, meant.Text, 1);
        return found is { } known ? new KnowledgeAnswer(known.Article.Id, known.Article.Title, known.Article.Text, known.Score) : null;
    }

    /// <summary>What the question as a whole or one of its clauses finds, by the weight of the words that are answered.</summary>
    private static KnowledgeMatch? Found(KnowledgeIndex index, ReadOnlySpan<char> question, Field? asking)
    {
        var words = new List<string>();
        var clauses = new List<Range>();
        foreach (var clause in question.SplitAny(ClauseEnds))
        {
            var start = words.Count;
            KnowledgeWords.Split(question[clause], words);
            if (words.Count > start)
                clauses.Add(start..words.Count);
        }
        var all = CollectionsMarshal.AsSpan(words);
        var best = index.Best(all, asking) is { Score: >= Threshold } whole ? whole : (KnowledgeMatch?)null;
        if (clauses.Count > 1)
            foreach (var clause in clauses)
                if (index.Best(all[clause], asking) is { Score: >= Threshold } part && !(part.Weight <= best?.Weight))
                    best = part;
        return best;
    }

    private static KnowledgeWords WordsOf(string language, List<DialogFile> files, ICollection<PlaybookError> errors)
    {
        var path = $"{Folder}{language}/words.yaml";
        if (files.Find(file => file.Path == path) is { } file)
            return KnowledgeWords.Read(file, errors);
        errors.Add(new PlaybookError(path, 0, "The file is missing.", "Add it with `stop_words`, `endings` and `same`."));
        return new KnowledgeWords([], [], new Dictionary<string, string>());
    }

    private static void CheckTranslations(List<KnowledgeArticle> articles, IReadOnlyCollection<string> languages, ICollection<PlaybookError> errors)
    {
        foreach (var article in articles.Where(article => !languages.Contains(article.Language)))
            errors.Add(new PlaybookError($"{Folder}{article.Language}/{article.Id}.md", 0, "The article lies in no language's folder.", $"Move it below one of: {string.Join(", ", languages)}."));
        foreach (var id in articles.Select(article => article.Id).Distinct())
            foreach (var language in languages.Except(articles.Where(article => article.Id == id).Select(article => article.Language)))
                errors.Add(new PlaybookError($"{Folder}{language}/{id}.md", 0, "The article exists only in another language.", "Add its translation under this name."));
    }
}
