using System.Globalization;

namespace ChatLeads.Core.Understanding;

/// <summary>The two halves of a dictated e-mail address.</summary>
internal static class DictatedAddress
{
    /// <summary>Index of the sign's neighbour side, past a bracket around the sign: "[at]".</summary>
    public static int WithoutBrackets(Message message, int at, int direction)
    {
        var next = at + direction;
        return direction < 0
            ? message.IsMark(next, "(") || message.IsMark(next, "[") ? next : at
            : message.IsMark(next, ")") || message.IsMark(next, "]") ? next + 1 : next;
    }

    /// <summary>What stands before the sign at <paramref name="end"/>, as one word.</summary>
    public static (string Text, int Start)? Local(Message message, int end, bool isWritten)
    {
        var at = end;
        var joined = EndsWithPhrase(message, "email.joined", at);
        if (joined > 0)
            at -= joined;
        if (!IsAtom(message, --at) || message.Is("email.stop", at) && SeparatorBefore(message, at).Length == 0)
            return null;
        var (digits, from) = Digits(message, at + 1);
        var isSpoken = digits.Length > 1;
        var text = isSpoken ? digits : Plain(message, at);
        at = isSpoken ? from : at;
        while (at > 0)
        {
            var (separator, length) = SeparatorBefore(message, at);
            if (length > 0 && IsAtom(message, at - length - 1) && !message.Is("email.stop", at - length - 1))
                (text, at) = (Plain(message, at - length - 1) + separator + text, at - length - 1);
            else if (Continues(message, at, joined > 0 || isSpoken) && !isWritten)
                (text, at, isSpoken) = (Plain(message, at - 1) + text, at - 1, false);
            else
                break;
        }
        return (text, at);
    }

    /// <summary>What stands after the sign, a host with a known top-level domain. Spoken: its dots were words.</summary>
    public static (string Text, int End, bool Spoken)? Host(Message message, int start)
    {
        if (start >= message.Tokens.Length)
            return null;
        if (message.Tokens[start].Kind == TokenKind.Url)
            return (FoldedText.Fold(message.Text(start, start + 1)), start + 1, false);
        if (!IsAtom(message, start))
            return null;
        var (text, at, spoken, last) = (Plain(message, start), start + 1, false, "");
        while (SeparatorAfter(message, at) is { Length: > 0 } separator && IsHostPart(message, at + separator.Length)
            && (separator.Length > 1 || message.Tokens[at].IsWord || message.Tokens[at + 1].Glued || !message.Tokens[at].Glued))
        {
            spoken |= message.Tokens[at].IsWord || message.Tokens[at].Is("(") || message.Tokens[at].Is("[");
            last = FoldedText.Fold(message.Text(at + separator.Length, at + separator.Length + 1));
            text += separator.Sign + last;
            at += separator.Length + 1;
        }
        var dot = text.LastIndexOf('.');
        return dot > 0 && message.Lexicon.Domains.Contains(text[(dot + 1)..]) ? (text, at, spoken) : null;
    }

    private static bool IsHostPart(Message message, int at) =>
        at < message.Tokens.Length && (IsAtom(message, at) || message.Tokens[at].Kind == TokenKind.Url);

    private static bool IsAtom(Message message, int at) =>
        at >= 0 && at < message.Tokens.Length && message.Tokens[at].Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>The digits that the number words before a token dictate, "two two", "ninety one", and where they start.</summary>
    private static (string Text, int Start) Digits(Message message, int end)
    {
        var (text, at) = ("", end);
        while (Number(message, at) is var (start, digits))
            (text, at) = (digits + text, start);
        return (text, at);
    }

    /// <summary>The longest number in words that ends before a token.</summary>
    private static (int Start, string Digits)? Number(Message message, int end)
    {
        for (var start = Math.Max(0, end - 4); start < end; start++)
        {
            if (message.Tokens[start].IsWord && Numbers.Read(message, start) is { Slang: null } number && number.End == end && number.Value == decimal.Truncate(number.Value))
                return (start, number.Value.ToString("0", CultureInfo.InvariantCulture));
        }
        return null;
    }

    private static string Plain(Message message, int at) => FoldedText.Fold(message.Text(at, at + 1)).Replace("'", "");

    /// <summary>Letters spelled one by one, a number said after a word, or all of it where "all one word" was said.</summary>
    private static bool Continues(Message message, int at, bool joined)
    {
        if (!IsAtom(message, at - 1) || !message.Same(at - 1, at, false) || message.Is("email.stop", at - 1))
            return false;
        if (message.Tokens[at].Glued)
            return true;
        var (left, right) = (message.Tokens[at - 1], message.Tokens[at]);
        return joined || right.IsNumber && left.IsWord || right.Norm.Length == 1 && left.Norm.Length == 1 && left.IsWord;
    }

    private static (string Sign, int Length) SeparatorBefore(Message message, int at)
    {
        foreach (var (section, sign) in Signs)
        {
            if (EndsWithPhrase(message, section, at) is > 0 and var length)
                return (sign, length);
            if (at >= 3 && IsClosed(message, at - 1) && message.Is(section, at - 2) && IsOpen(message, at - 3))
                return (sign, 3);
        }
        return message.IsMark(at - 1, ".") || message.IsMark(at - 1, "_") || message.IsMark(at - 1, "-") ? (message.Tokens[at - 1].Norm, 1) : ("", 0);
    }

    private static (string Sign, int Length) SeparatorAfter(Message message, int at)
    {
        foreach (var (section, sign) in Signs)
        {
            if (message.Lexicon[section].Find(message.Tokens, at) is { } found)
                return (sign, found.End - at);
            if (IsOpen(message, at) && message.Is(section, at + 1) && IsClosed(message, at + 2))
                return (sign, 3);
        }
        return message.IsMark(at, ".") || message.IsMark(at, "-") ? (message.Tokens[at].Norm, 1) : ("", 0);
    }

    private static readonly (string Section, string Sign)[] Signs =
        [("email.dot", "."), ("email.underscore", "_"), ("email.dash", "-")];

    private static bool IsOpen(Message message, int at) => message.IsMark(at, "(") || message.IsMark(at, "[");

    private static bool IsClosed(Message message, int at) => message.IsMark(at, ")") || message.IsMark(at, "]");

    private static int EndsWithPhrase(Message message, string section, int end)
    {
        for (var length = 3; length > 0; length--)
        {
            if (end >= length && message.Lexicon[section].Find(message.Tokens, end - length) is { } found && found.End == end)
                return length;
        }
        return 0;
    }
}
