using System.Text;

namespace ChatLeads.Channels.Telegram;

/// <summary>A text with bold stretches, which can be cut without breaking one and written as Telegram's HTML.</summary>
internal sealed record RichText(string Text, IReadOnlyList<RichText.Stretch> Bold)
{
    /// <summary>In UTF-16 units, as Telegram counts.</summary>
    public readonly record struct Stretch(int Start, int Length)
    {
        public int End => Start + Length;
    }

    public static readonly RichText Empty = new("", []);

    public int Length => Text.Length;

    public RichText Plain(string text) => this with { Text = Text + text };

    public RichText Strong(string text) =>
        text.Length == 0 ? this : new RichText(Text + text, [.. Bold, new Stretch(Text.Length, text.Length)]);

    /// <summary>Parts that fit, the first into <paramref name="first"/> units, the others into <paramref name="limit"/>.</summary>
    public IReadOnlyList<RichText> Split(int first, int limit)
    {
        var parts = new List<RichText>();
        var room = first;
        for (var start = SkipSpace(0); start < Text.Length; room = limit)
        {
            var end = Text.Length - start <= room ? Text.Length : TextBreak.Find(Text, start, room, Bold);
            var visible = Text.AsSpan(start, end - start).TrimEnd().Length;
            parts.Add(Slice(start, visible));
            start = SkipSpace(end);
        }
        return parts;
    }

    /// <summary>Everything that a person wrote is escaped; only our own tags are tags.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder(Text.Length + 16);
        var at = 0;
        foreach (var bold in Bold)
        {
            html.Append(Escape(Text[at..bold.Start])).Append("<b>").Append(Escape(Text[bold.Start..bold.End])).Append("</b>");
            at = bold.End;
        }
        return html.Append(Escape(Text[at..])).ToString();
    }

    private RichText Slice(int start, int length)
    {
        var end = start + length;
        var bold = from stretch in Bold
                   let left = Math.Max(stretch.Start, start)
                   let right = Math.Min(stretch.End, end)
                   where left < right
                   select new Stretch(left - start, right - left);
        return new RichText(Text.Substring(start, length), [.. bold]);
    }

    private int SkipSpace(int at)
    {
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
            at++;
        return at;
    }

    // Not WebUtility.HtmlEncode: Telegram knows four named entities, and numeric ones only cost length.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
