using System.Text.RegularExpressions;

namespace ChatLeads.Channels.WebChat;

/// <summary>
/// Bot Framework's <c>textFormat</c>. Our texts are plain; but clients make an address a link only in markdown, and a consent
/// question must link to its policy. So a text with an address goes as markdown when markdown would change nothing else in it.
/// </summary>
internal static partial class TextFormat
{
    public static string Of(string text) =>
        Address().IsMatch(text) && !Markup().IsMatch(Address().Replace(text, "")) ? "markdown" : "plain";

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    /// <summary>Characters that mark up wherever they stand, line ends, and what makes a line a list.</summary>
    [GeneratedRegex(@"[*_`\[\]<>#|~\\&\r\n]|^\s*(?:[-+]|\d+[.)])\s", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
