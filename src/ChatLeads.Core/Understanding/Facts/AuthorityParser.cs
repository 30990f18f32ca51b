using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>What say the person has: decides, influences, or only uses.</summary>
internal static class AuthorityParser
{
    private const string Parser = "authority";

    private static readonly (string Section, string Denial, string Id, int Weight)[] Said =
    [
        ("authority.decides", "authority.decides.not", "decides", 80), ("authority.influences", "authority.influences.not", "influences", 84), ("authority.uses", "", "uses", 86),
    ];

    /// <summary>What the answer to "who decides?" may leave unsaid.</summary>
    private static readonly (string Section, string Id, int Weight)[] Asked =
    [
        ("authority.defers", "influences", 40), ("authority.asked_other", "influences", 39), ("authority.work", "influences", 42), ("authority.handle", "uses", 44),
    ];

    public static void Find(Message message, Candidates found)
    {
        foreach (var (section, denial, id, weight) in Said)
        {
            foreach (var cue in message.In(section))
            {
                var denied = message.Touches(denial, cue.Start, cue.End);
                found.Add(Field.Authority, new ChoiceValue(id), cue.Start, cue.End, weight, Parser, denied ? Reasons.Negated : null);
            }
        }
        AddDeferred(message, found);
        if (!message.Asks(Field.Authority))
            return;
        if (message.Lexicon["role.owner"].Find(message.Tokens, 0) is { } owner)
            found.Add(Field.Authority, new ChoiceValue("decides"), 0, owner.End, 58, Parser);
        foreach (var cue in message.In("authority.me"))
            found.Add(Field.Authority, new ChoiceValue("decides"), cue.Start, cue.End, 60, Parser);
        foreach (var (section, id, weight) in Asked)
        {
            foreach (var cue in message.In(section))
                found.Add(Field.Authority, new ChoiceValue(id), cue.Start, cue.End, weight, Parser);
        }
    }

    /// <summary>Somebody else decides: who looks for options has a say, who will work with it only uses it.</summary>
    private static void AddDeferred(Message message, Candidates found)
    {
        if (!message.Has("authority.defers"))
            return;
        foreach (var cue in message.In("authority.handle"))
            found.Add(Field.Authority, new ChoiceValue("uses"), cue.Start, cue.End, 83, Parser);
        foreach (var cue in message.In("authority.work"))
            found.Add(Field.Authority, new ChoiceValue("influences"), cue.Start, cue.End, 82, Parser);
    }
}
