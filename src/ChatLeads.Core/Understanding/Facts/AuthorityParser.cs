using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>What say the person has: decides, influences, or only uses.</summary>
internal static class AuthorityParser
{
    private const string Parser = "authority";

    private static readonly (string Section, string Id, int Weight)[] Said =
    [
        ("authority.decides", "decides", 80), ("authority.influences", "influences", 84), ("authority.uses", "uses", 86),
    ];

    public static void Find(Message message, Candidates found)
    {
        foreach (var (section, id, weight) in Said)
        {
            foreach (var cue in message.In(section))
            {
                var denied = id == "decides" && message.Touches("authority.decides.not", cue.Start, cue.End);
                found.Add(Field.Authority, new ChoiceValue(id), cue.Start, cue.End, weight, Parser, denied ? Reasons.Negated : null);
            }
        }
        if (!message.Asks(Field.Authority))
            return;
        foreach (var cue in message.In("authority.me"))
            found.Add(Field.Authority, new ChoiceValue("decides"), cue.Start, cue.End, 60, Parser);
        foreach (var cue in message.In("authority.defers"))
            found.Add(Field.Authority, new ChoiceValue("influences"), cue.Start, cue.End, 40, Parser);
    }
}
