using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>What the person wants, from the cues of the lexicon and a few rules about whole messages.</summary>
internal static class IntentReader
{
    private static readonly Dictionary<string, Intent> Sections = Intents.All.ToDictionary(pair => "intent." + pair.Id, pair => pair.Intent);
    private static readonly Dictionary<Intent, string> Denials = Intents.All.ToDictionary(pair => pair.Intent, pair => $"intent.{pair.Id}.not");

    /// <summary>Wishes that a question mark can belong to, so that the question is nothing else besides.</summary>
    private static readonly HashSet<Intent> Asks =
    [
        Intent.AskPrice, Intent.AskDemo, Intent.AskHuman, Intent.AccessData, Intent.EraseData, Intent.OptOut, Intent.Support, Intent.NotAProspect,
        Intent.ReadyToBuy,
    ];

    /// <summary>From here on what was learned from examples is believed, where cues found nothing or only a question.</summary>
    private const float Likely = 0.5f;

    private const string Greeting = "intent.greet";
    private const int MostFacts = 3;

    private static readonly HashSet<Intent> Open = [Intent.Greet, Intent.AskQuestion];
    private static readonly (string Section, Intent Intent)[] MayBeNamed =
        [.. from pair in Sections where pair.Value is Intent.Greet or Intent.Affirm or Intent.Deny or Intent.Goodbye or Intent.AskHuman select (pair.Key, pair.Value)];
    private static readonly HashSet<Field> Corrected =
        [Field.CompanySize, Field.Budget, Field.Email, Field.Phone, Field.Timeline, Field.Location, Field.Name, Field.Company];
    private static readonly HashSet<Field> Named = [Field.Name, Field.Company, Field.Role];

    public static HashSet<Intent> Read(Message message, Candidates found)
    {
        var intents = new HashSet<Intent>();
        foreach (var cue in message.Cues)
        {
            if (Sections.TryGetValue(cue.Section, out var intent) && !message.Touches(Denials[intent], cue.Start, cue.End)
                && !(intent == Intent.Affirm && (IsWeakYes(message, cue) || message.IsMark(cue.Start - 1, "(") || message.Touches("intent.ready_to_buy", cue.Start, cue.End)))
                && !(intent == Intent.JustLooking && IsInHouse(message, found, cue))
                && !(intent == Intent.Deny && CorrectsItself(message, found, cue)))
                intents.Add(intent);
        }
        if (!intents.Contains(Intent.NotAProspect) && !intents.Contains(Intent.Support) && AsksElse(message, found, intents.Contains(Intent.JustLooking)))
            intents.Add(Intent.AskQuestion);
        if (intents.Contains(Intent.AskQuestion) && AsksAfter(message, "intent.goodbye"))
            intents.Remove(Intent.Goodbye);
        if (message.Has("thanks") && IsOnlyThanks(message))
            intents.Add(Intent.Goodbye);
        AddGuessed(message, found, intents);
        return intents;
    }

    /// <summary>"This is Chase from Just Looking Opticians": capitals make it a part of the firm's name.</summary>
    private static bool IsInHouse(Message message, Candidates found, Cue cue) =>
        message.Tokens[cue.Start].Capital && message.Tokens[cue.End - 1].Capital
        && found.All.Exists(firm => firm.Field == Field.Company && firm.Lost is null && firm.Start <= cue.Start && cue.End <= firm.End && cue.Length < firm.End - firm.Start);

    /// <summary>"Later. Does it print labels?": who goes on to ask is not leaving.</summary>
    private static bool AsksAfter(Message message, string section)
    {
        var end = -1;
        foreach (var cue in message.In(section))
            end = Math.Max(end, cue.End);
        for (var at = end < 0 ? message.Tokens.Length : end + 1; at < message.Tokens.Length; at++)
        {
            if (message.IsMark(at, "?"))
                return true;
        }
        return false;
    }

    /// <summary>An answer to what was asked says nothing else besides, unless a cue tells.</summary>
    private static void AddGuessed(Message message, Candidates found, HashSet<Intent> intents)
    {
        var answers = message.Request.Asking is { } asked && found.Has(asked);
        // Who tells this much about the firm has said in passing what the rest is guessed from.
        if (answers || !intents.IsSubsetOf(Open) || found.Fields() > MostFacts || message.Guess is not { Intent: { } guessed, Likely: > Likely })
            return;
        if (guessed is Intent.NotAProspect or Intent.Support && found.Has(Field.Need) && (found.Has(Field.CompanySize) || found.Has(Field.Budget) || found.Has(Field.Timeline)))
            return;
        if (guessed is Intent.Greet or Intent.Goodbye || guessed == Intent.AskPrice && found.Has(Field.Budget) || guessed is Intent.Affirm or Intent.Deny && message.Request.Asking is null)
            return;
        // "Am I talking to a person or a bot?" looks like a wish for a person, which a cue has denied.
        if (guessed == Intent.AskHuman && intents.Contains(Intent.AskQuestion) && message.Has(Denials[guessed]))
            return;
        if (guessed == Intent.JustLooking && message.Has(Denials[guessed]))
            return;
        intents.Remove(Intent.AskQuestion);
        intents.Add(guessed);
    }

    /// <summary>Takes back what only the words of a name or a job title said: "Buenos Días Café" greets nobody.</summary>
    public static void DropNamed(Message message, HashSet<Intent> intents, List<Candidate> facts)
    {
        foreach (var (section, intent) in MayBeNamed)
        {
            if (intents.Contains(intent) && IsOnlyNamed(message, section, facts))
                intents.Remove(intent);
        }
    }

    private static bool IsOnlyNamed(Message message, string section, List<Candidate> facts)
    {
        var isNamed = false;
        foreach (var cue in message.In(section))
        {
            isNamed = facts.Exists(fact => Named.Contains(fact.Field) && (fact.Start < cue.End || section != Greeting && fact.Start == cue.End) && cue.End <= fact.End && (fact.Start <= cue.Start || fact.Field == Field.Name));
            if (!isNamed)
                break;
        }
        return isNamed;
    }

    /// <summary>"no, 18" takes back a number and refuses nothing.</summary>
    private static bool CorrectsItself(Message message, Candidates found, Cue cue) =>
        found.All.Exists(fact => Corrected.Contains(fact.Field)) && !message.Asks(Field.Consent) && !message.Asks(Field.MarketingConsent) && message.Touches("correction", cue.Start, cue.End);

    /// <summary>"ok" and "perfect" agree to something only where agreement was asked for.</summary>
    private static bool IsWeakYes(Message message, Cue cue)
    {
        if (message.Asks(Field.Consent) || message.Asks(Field.MarketingConsent))
            return false;
        for (var at = cue.Start; at < cue.End; at++)
        {
            if (message.Tokens[at].IsWord && !message.Is("yes.weak", at))
                return false;
        }
        return true;
    }

    /// <summary>A sentence that asks, and for nothing that is an intent of its own.</summary>
    private static bool AsksElse(Message message, Candidates found, bool isIdle)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            // To "what do you need?", "I want to know what each job earns" is an answer.
            // Nor does "just curious how these things work" ask anything of who only looks.
            var asks = message.IsMark(at, "?") || !isIdle && !message.Asks(Field.Need) && message.StartingAt("question", at) is { } cue && !IsCovered(message, at, "intent.affirm") && !Counts(found, cue) && !IsReason(message, at);
            if (asks && !message.Touches("question.not", at, at + 1) && !IsOwnIntent(message, message.Tokens[at].Sentence))
                return true;
        }
        return false;
    }

    /// <summary>"trabajan con nosotros 210 personas" tells how many, though it begins as "trabajan con…?" does.</summary>
    private static bool Counts(Candidates found, Cue cue) =>
        found.All.Exists(fact => fact.Field == Field.CompanySize && fact.Lost is null && fact.Start >= cue.Start && fact.Start <= cue.End + 1);

    /// <summary>"llaman porque nos equivocamos": in the middle of a sentence "porque" gives a reason.</summary>
    private static bool IsReason(Message message, int at) =>
        at > 0 && message.Is("contrast", at) && message.Tokens[at - 1].IsWord && message.Tokens[at - 1].Sentence == message.Tokens[at].Sentence;

    private static bool IsOwnIntent(Message message, int sentence)
    {
        var words = 0;
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (message.Tokens[at].Sentence == sentence && message.Tokens[at].IsWord && !IsCovered(message, at, "intent.greet"))
                words++;
        }
        if (words == 0)
            return true;
        foreach (var cue in message.Cues)
        {
            if (cue.Section == "question.idle" && message.Tokens[cue.Start].Sentence == sentence)
                return true;
            if (message.Tokens[cue.Start].Sentence == sentence && Sections.TryGetValue(cue.Section, out var intent) && Asks.Contains(intent)
                && !message.Touches(Denials[intent], cue.Start, cue.End))
                return true;
        }
        return false;
    }

    private static bool IsOnlyThanks(Message message)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (message.Tokens[at].Kind is TokenKind.Email or TokenKind.Number or TokenKind.Url)
                return false;
            if (message.Tokens[at].IsWord && !IsCovered(message, at, "thanks") && !IsCovered(message, at, "intent.goodbye") && !IsCovered(message, at, "filler"))
                return false;
        }
        return true;
    }

    private static bool IsCovered(Message message, int at, string section)
    {
        foreach (var cue in message.Cues)
        {
            if (cue.Start <= at && at < cue.End && cue.Section == section)
                return true;
        }
        return false;
    }
}
