using System.Text.RegularExpressions;

namespace ChatLeads.Storage;

/// <summary>
/// Sources and campaigns as the funnel knows them. A link's parameters are free text: only what looks like a label is kept.
/// A number as long as a phone's is none, but a date is.
/// </summary>
public static partial class Labels
{
    /// <returns>In lower case; empty for null, <c>other</c> for what is no label.</returns>
    public static string Of(string? text) =>
        text is null ? "" : Label().IsMatch(text) && !LongNumber().IsMatch(Day().Replace(text, "")) ? text.ToLowerInvariant() : "other";

    [GeneratedRegex(@"^[\p{L}\p{N} ._-]{1,40}$")]
    private static partial Regex Label();

    [GeneratedRegex(@"\d(?:[ ._-]*\d){6}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<!\d)20\d\d[ ._-](?:0[1-9]|1[0-2])[ ._-](?:0[1-9]|[12]\d|3[01])(?!\d)")]
    private static partial Regex Day();
}
