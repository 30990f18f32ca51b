namespace ChatLeads.Core.Understanding;

/// <summary>Finds written e-mail and web addresses. Answers with the end of the address, or 0. Linear.</summary>
internal static class Addresses
{
    public static int Email(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && IsLocal(text[start - 1]) || !char.IsAsciiLetterOrDigit(text[start]))
            return 0;
        var at = start;
        while (at < text.Length && IsLocal(text[at]))
            at++;
        return at < text.Length && text[at] == '@' && at > start && at - start <= 64 ? Host(text, at + 1) : 0;
    }

    public static int Url(ReadOnlySpan<char> text, int start, IReadOnlySet<string> domains)
    {
        if (!char.IsAsciiLetter(text[start]) || start > 0 && text[start - 1] == '@')
            return 0;
        var from = start;
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://"])
        {
            if (text[start..].StartsWith(scheme))
                from += scheme.Length;
        }
        var end = Host(text, from);
        if (end == 0 || !(from > start || domains.Contains(text[(text[..end].LastIndexOf('.') + 1)..end].ToString())))
            return 0;
        while (end < text.Length && text[end] == '/')
        {
            end++;
            while (end < text.Length && IsLocal(text[end]))
                end++;
        }
        return end;
    }

    /// <summary>Labels with dots between, the last of two letters or more.</summary>
    private static int Host(ReadOnlySpan<char> text, int start)
    {
        var (end, label, dot) = (start, start, -1);
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            if (text[end] == '.')
            {
                if (end == label || end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1]))
                    break;
                (dot, label) = (end, end + 1);
            }
            end++;
        }
        return dot > start && end - label >= 2 && char.IsAsciiLetter(text[label]) ? end : 0;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';
}
