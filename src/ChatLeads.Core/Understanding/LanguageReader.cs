using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Which language to answer in, by whose everyday words the message uses. Names and addresses have none.</summary>
internal static class LanguageReader
{
    private const string Other = "other";

    private static readonly HashSet<Field> Proper = [Field.Name, Field.Company, Field.Location, Field.Email];

    /// <summary>A word that only a language not answered in has says more than one that it shares with ours.</summary>
    private const int OwnWeight = 2;
    private const int OtherWeight = 6;

    public static string? Read(Message message, List<Candidate> facts)
    {
        var scores = new Dictionary<string, int>();
        var shared = 0;
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (!message.Tokens[at].IsWord || IsProper(message, facts, at) || IsCode(message, at))
                continue;
            var (language, isShared) = LanguageOf(message, at);
            if (language is not null)
                scores[language] = scores.GetValueOrDefault(language) + (language == Other ? OtherWeight : OwnWeight);
            shared += isShared ? 1 : 0;
        }
        if (scores.Count > 1 && scores.GetValueOrDefault(Other) == OtherWeight)
            scores.Remove(Other);
        var best = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key == message.Request.Language ? 0 : 1).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        if (best.Key is null)
            return shared > 0 ? message.Request.Language : null;
        return best.Key == Other ? null : best.Key;
    }

    /// <summary>"lead_score=100" is of no language.</summary>
    private static bool IsCode(Message message, int at) =>
        message.IsMark(at - 1, "_") || message.IsMark(at + 1, "_") || message.IsMark(at - 1, "=") || message.IsMark(at + 1, "=");

    /// <summary>Part of a name or an address, or one of its words said again.</summary>
    private static bool IsProper(Message message, List<Candidate> facts, int at)
    {
        foreach (var fact in facts)
        {
            if (!Proper.Contains(fact.Field) || fact.Field == Field.Email && IsDictation(message, at))
                continue;
            if (fact.Start <= at && at < fact.End || fact.Field == Field.Name && message.Tokens.AsSpan(fact.Start, fact.End - fact.Start).ContainsNorm(message.Tokens[at].Norm))
                return true;
        }
        return false;
    }

    /// <summary>"dot" and "guion bajo" are words, though they stand in an address.</summary>
    private static bool IsDictation(Message message, int at) =>
        message.Is("email.at", at) || message.Is("email.dot", at) || message.Is("email.underscore", at) || message.Is("email.dash", at);

    private static bool ContainsNorm(this Span<Token> tokens, string norm)
    {
        foreach (var token in tokens)
        {
            if (token.Norm == norm)
                return true;
        }
        return false;
    }

    /// <summary>The one language whose word it is; none where several share it.</summary>
    private static (string? Language, bool IsShared) LanguageOf(Message message, int at)
    {
        string? only = null;
        foreach (var (language, vocabulary) in message.Lexicon.Vocabularies)
        {
            if (language == Other || !vocabulary.Contains(message.Tokens[at].Norm))
                continue;
            if (only is not null)
                return (null, true);
            only = language;
        }
        only ??= ByCue(message, at);
        if (only is null && message.Lexicon.Vocabularies.TryGetValue(Other, out var other) && other.Contains(message.Tokens[at].Norm))
            only = Other;
        return (only, false);
    }

    /// <summary>Words that only a stem of a cue covers.</summary>
    private static string? ByCue(Message message, int at)
    {
        foreach (var cue in message.Cues)
        {
            // A gap takes words of any language.
            if (cue.Start <= at && at < cue.End && cue.Language != "shared" && !cue.Pattern.Source.Contains("..", StringComparison.Ordinal))
                return cue.Language;
        }
        return null;
    }
}
