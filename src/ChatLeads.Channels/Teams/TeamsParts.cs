using ChatLeads.Core.Conversations;

namespace ChatLeads.Channels.Teams;

/// <summary>Cuts a reply that is too large for one message.</summary>
internal static class TeamsParts
{
    /// <summary>The reply in parts that fit, in order; the buttons under the last. A part that cannot be cut stays too large.</summary>
    public static IEnumerable<Reply> Of(Reply reply, Func<Reply, bool> fits) =>
        fits(reply) || Halves(reply) is not var (first, second) ? [reply] : Of(first, fits).Concat(Of(second, fits));

    private static (Reply, Reply)? Halves(Reply reply)
    {
        if (reply.Picture is not null && (reply.Card is not null || reply.Text.Length > 0))
            return (reply with { Picture = null, Choices = [] }, new Reply("", reply.Language, reply.Asking) { Picture = reply.Picture, Choices = reply.Choices });
        if (reply.Card is { Rows.Count: > 1 } card)
        {
            var half = card.Rows.Count / 2;
            return (
                reply with { Card = card with { Rows = [.. card.Rows.Take(half)], Actions = [] }, Choices = [] },
                reply with { Text = "", Card = card with { Rows = [.. card.Rows.Skip(half)] } });
        }
        if (reply.Card is null && reply.Text.Length > 1)
        {
            var cut = Cut(reply.Text);
            return (
                new Reply(reply.Text[..cut].TrimEnd(), reply.Language) { Leads = reply.Leads },
                reply with { Text = reply.Text[cut..].TrimStart() });
        }
        return null;
    }

    /// <summary>Near the middle: after a line, else after a sentence, else after a word, else between characters.</summary>
    private static int Cut(string text)
    {
        var middle = text.Length / 2;
        foreach (var end in new[] { "\n", ". ", " " })
            if (text.LastIndexOf(end, middle, StringComparison.Ordinal) is var at && at > text.Length / 4)
                return at + end.Length;
        return char.IsLowSurrogate(text[middle]) ? middle - 1 : middle;
    }
}
