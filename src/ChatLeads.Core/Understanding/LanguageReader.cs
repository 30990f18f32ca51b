using System.Numerics;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>Which language to answer in, by whose everyday words the message uses. Names and addresses have none.</summary>
internal static class LanguageReader
{
    private const string Other = LexiconBuilder.OtherFolder;

    private static readonly HashSet<Field> Proper = [Field.Name, Field.Company, Field.Location, Field.Email];

    /// <summary>A word that only a language not answered in has says more than one that it shares with ours.</summary>
    private const int OwnWeight = 2;
    private const int OtherWeight = 6;

    public static string? Read(Message message, List<Candidate> facts)
    {
        var languages = message.Lexicon.Languages;
        Span<int> scores = stackalloc int[languages.Count];
        var (shared, told) = (0, 0);
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (!message.Tokens[at].IsWord || IsProper(message, facts, at) || IsCode(message, at))
                continue;
            var (language, isShared) = LanguageOf(message, at);
            shared += isShared ? 1 : 0;
            if (language < 0)
                continue;
            told += scores[language] == 0 ? 1 : 0;
            scores[language] += languages[language] == Other ? OtherWeight : OwnWeight;
        }
        var best = -1;
        for (var language = 0; language < scores.Length; language++)
        {
            var isChance = told > 1 && languages[language] == Other && scores[language] == OtherWeight;
            if (scores[language] > 0 && !isChance && (best < 0 || scores[language] > scores[best] || scores[language] == scores[best] && languages[language] == message.Request.Language))
                best = language;
        }
        if (best < 0)
            return shared > 0 ? message.Request.Language : null;
        return languages[best] == Other ? null : languages[best];
    }

    /// <summary>"lead_score=100" is of no language.</summary>
    private static bool IsCode(Message message, int at) =>
        message.IsMark(at - 1, "_") || message.IsMark(at + 1, "_") || message.IsMark(at - 1, "=") || message.IsMark(at + 1, "=");

    /// <summary>Part of a name or an address, or one of its words said again.</summary>
    private static bool IsProper(Message message, List<Candidate> facts, int at)
    {
        foreach (var fact in facts)
        {
            var isPart = fact.Start <= at && at < fact.End
                || fact.Field == Field.Name && message.Tokens.AsSpan(fact.Start, fact.End - fact.Start).ContainsNorm(message.Tokens[at].Norm);
            if (isPart && Proper.Contains(fact.Field) && !(fact.Field == Field.Email && IsDictation(message, at)))
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

    /// <summary>The one language whose word it is; none (-1) where several share it.</summary>
    private static (int Language, bool IsShared) LanguageOf(Message message, int at)
    {
        var word = message.Tokens[at].Word;
        var answered = message.Lexicon.Answered(word);
        if (answered != 0)
            return BitOperations.IsPow2(answered) ? (BitOperations.Log2(answered), false) : (-1, true);
        var byCue = ByCue(message, at);
        return (byCue < 0 && word.Languages != 0 ? BitOperations.Log2(word.Languages) : byCue, false);
    }

    /// <summary>Words that only a stem of a cue covers.</summary>
    private static int ByCue(Message message, int at)
    {
        foreach (var cue in message.Cues)
        {
            // A gap takes words of any language.
            if (cue.Start <= at && at < cue.End && cue.Language != "shared" && !cue.Pattern.HasGap)
                return message.Lexicon.Languages.IndexOf(cue.Language);
        }
        return -1;
    }
}
