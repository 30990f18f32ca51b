using System.Text;
using System.Text.RegularExpressions;

namespace ChatLeads.Channels.Cards;

/// <summary>
/// An Adaptive Card's text is a subset of Markdown, with functions for dates: what people wrote must show as they wrote it.
/// A mention needs an entity beside the text, which we never write.
/// </summary>
internal static partial class CardText
{
    /// <summary>Escapes what could begin a link, emphasis, a list, a heading or a function.</summary>
    public static string Inert(string text)
    {
        var inert = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (Marks(text, i))
                inert.Append('\\');
            inert.Append(text[i]);
        }
        return inert.ToString();
    }

    /// <summary>As <see cref="Inert"/>, with e-mail addresses and international phone numbers to be tapped.</summary>
    public static string WithContacts(string text) => Linked(text, Contacts(), found =>
        found.Contains('@') ? "mailto:" + found : "tel:" + string.Concat(found.Where(c => c is '+' || char.IsAsciiDigit(c))));

    /// <summary>As <see cref="Inert"/>, with web addresses to be tapped: for the bot's own words.</summary>
    public static string WithAddresses(string text) => Linked(text, Addresses(), found => found);

    private static string Linked(string text, Regex pattern, Func<string, string> target)
    {
        var linked = new StringBuilder();
        var from = 0;
        foreach (Match match in pattern.Matches(text))
        {
            linked.Append(Inert(text[from..match.Index])).Append('[').Append(Inert(match.Value)).Append("](").Append(target(match.Value)).Append(')');
            from = match.Index + match.Length;
        }
        return linked.Append(Inert(text[from..])).ToString();
    }

    private static bool Marks(string text, int at) => text[at] switch
    {
        '\\' or '*' or '_' or '[' or ']' or '`' or '~' => true,
        '#' or '>' or '=' => OpensLine(text, at),
        '-' or '+' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] == text[at]) && OpensLine(text, at),
        '.' or ')' => FollowsNumberThatOpensLine(text, at),
        '{' => at > 0 && text[at - 1] == '{',
        '<' => at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]),
        '&' => Entity().IsMatch(text.AsSpan(at)),
        _ => false,
    };

    private static bool OpensLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] is '\n' or '\r';
    }

    private static bool FollowsNumberThatOpensLine(string text, int at)
    {
        var digit = at;
        while (digit > 0 && char.IsAsciiDigit(text[digit - 1]))
            digit--;
        return digit < at && OpensLine(text, digit) && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
    }

    [GeneratedRegex(@"^&#?[a-z0-9]{1,31};", RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d(?:[ .-]?\d){7,14}", RegexOptions.None, 1000)]
    private static partial Regex Contacts();

    [GeneratedRegex(@"https?://[^\s<>""()\[\]]+[^\s<>""()\[\].,;:!?]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Addresses();
}
