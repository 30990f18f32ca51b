using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLeads.Channels.Telegram;

/// <summary>Where a long text is best cut.</summary>
internal static partial class TextBreak
{
    /// <summary>
    /// The end of a part that begins at <paramref name="start"/> and fits into <paramref name="room"/> units: after a line
    /// or sentence, else between words, else between characters; never inside a link, an address, a phone number, a bold
    /// stretch or a surrogate pair, unless one alone is longer than the room.
    /// </summary>
    public static int Find(string text, int start, int room, IReadOnlyList<RichText.Stretch> whole)
    {
        var kept = Kept(text, start, room, whole);
        // One unit more than fits: the space after a part needs no room.
        var sentence = Last(Sentences().EnumerateMatches(text.AsSpan(start, room + 1)));
        if (sentence > start + room / 4)
            return sentence;
        var word = Last(Words().EnumerateMatches(text.AsSpan(start, room + 1)));
        if (word > start)
            return word;
        return Character();

        int Last(Regex.ValueMatchEnumerator matches)
        {
            var best = 0;
            foreach (var match in matches)
            {
                var end = start + match.Index + match.Length;
                if (!Inside(kept, end))
                    best = end;
            }
            return best;
        }

        int Character()
        {
            var end = start + room;
            foreach (var stretch in kept.Where(stretch => stretch.Start > start && stretch.Start < end && end < stretch.End))
                end = stretch.Start;
            var elements = StringInfo.ParseCombiningCharacters(text[start..Math.Min(text.Length, end + 32)]);
            var boundary = elements.LastOrDefault(at => at <= end - start);
            if (boundary > 0)
                return start + boundary;
            return char.IsLowSurrogate(text[end]) ? end - 1 : end;
        }
    }

    private static List<RichText.Stretch> Kept(string text, int start, int room, IReadOnlyList<RichText.Stretch> whole)
    {
        var kept = whole.ToList();
        // Looks past the room, for what begins within it and ends beyond.
        var length = Math.Min(text.Length - start, room * 2);
        foreach (var match in Entities().EnumerateMatches(text.AsSpan(start, length)))
            kept.Add(new RichText.Stretch(start + match.Index, match.Length));
        return kept;
    }

    private static bool Inside(List<RichText.Stretch> kept, int at) => kept.Exists(stretch => stretch.Start < at && at < stretch.End);

    [GeneratedRegex(@"[.!?…]+[""'»”’)\]]*\s+|\n+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Words();

    // What Telegram itself makes tappable: links, addresses and mentions, phone numbers.
    [GeneratedRegex(@"https?://\S+|[^\s@]*@\S+|\+?\d[\d\s().-]{6,}\d", RegexOptions.None, 1000)]
    private static partial Regex Entities();
}
