using System.Globalization;
using ChatLeads.Core.Leads;
using PhoneNumbers;

namespace ChatLeads.Core.Understanding;

/// <summary>Phone numbers, written in any grouping or dictated ("seis dos dos, once, veintidos", "double oh seven").</summary>
internal static class PhoneParser
{
    private const string Name = "phone";
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    public static void Find(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            var run = DigitRun.Read(message, at);
            if (run.Count == 0)
                continue;
            var end = FindIn(message, found, run);
            at = Math.Max(end, run[0].End) - 1;
        }
    }

    /// <summary>The whole run, or its longest part that is a number: "somos 12, 612 345 678".</summary>
    private static int FindIn(Message message, Candidates found, List<DigitChunk> run)
    {
        for (var from = 0; from < run.Count; from++)
        {
            for (var to = run.Count; to > from; to--)
            {
                var digits = string.Concat(run.Skip(from).Take(to - from).Select(chunk => chunk.Digits));
                var count = digits.Count(char.IsAsciiDigit);
                if (count is < FewestDigits or > MostDigits)
                    continue;
                var (start, end) = (run[from].Start, run[to - 1].End);
                if (Parse(message, digits, start, end) is not { } number)
                    continue;
                found.Add(Field.Phone, new TextValue(number), start, end, 95, Name,
                    Owners.IsOthers(message, start, end) ? Reasons.Others : null);
                return end;
            }
        }
        return 0;
    }

    private static string? Parse(Message message, string digits, int start, int end)
    {
        if (IsAmount(message, start, end) || message.Before("phone.block", start) is { } block && start - block.End <= 3)
            return null;
        var expected = message.Asks(Field.Phone) || message.Before("phone.cue", start, true) is not null || message.InClause("phone.cue", start)
            || digits[0] == '+';
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = "+" + digits[2..];
        return Valid(digits, message.Request.Region, expected)
            ?? (expected && digits[0] != '+' && digits.Length >= 10 ? Valid("+" + digits, message.Request.Region, false) : null);
    }

    private static string? Valid(string digits, string region, bool expected)
    {
        try
        {
            var number = Util.Parse(digits, region);
            return Util.IsValidNumber(number) || expected && digits.Length >= 9 && Util.IsPossibleNumber(number)
                ? Util.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool IsAmount(Message message, int start, int end) =>
        message.Lexicon["currency"].Find(message.Tokens, end) is not null || message.Lexicon["symbol"].Find(message.Tokens, end) is not null
        || message.Is("scale", end) || start > 0 && message.Lexicon["symbol"].Find(message.Tokens, start - 1) is not null;
}

/// <summary>Some digits of a phone number and the tokens that they stand in.</summary>
internal readonly record struct DigitChunk(string Digits, int Start, int End);

/// <summary>Tokens that read as digits one after the other.</summary>
internal static class DigitRun
{
    private const int Longest = 40;

    public static List<DigitChunk> Read(Message message, int start)
    {
        var run = new List<DigitChunk>();
        var at = start;
        if (message.IsMark(at, "+") && at + 1 < message.Tokens.Length && message.Tokens[at + 1].IsNumber)
        {
            run.Add(new DigitChunk("+" + Bare(message.Tokens[at + 1].Norm), at, at + 2));
            at += 2;
        }
        for (; at < message.Tokens.Length && run.Count < Longest; at++)
        {
            if (Chunk(message, at, run.Count) is { } chunk)
                (at, _) = (chunk.End - 1, Added(run, chunk));
            else if (!IsSeparator(message, at, run.Count))
                break;
        }
        return run;
    }

    private static bool Added(List<DigitChunk> run, DigitChunk chunk)
    {
        run.Add(chunk);
        return true;
    }

    private static DigitChunk? Chunk(Message message, int at, int before)
    {
        var token = message.Tokens[at];
        if (token.IsNumber)
            return new DigitChunk(Bare(token.Norm), at, at + 1);
        var times = message.Is("double", at) ? 2 : message.Is("triple", at) ? 3 : 1;
        if (times > 1 && at + 1 < message.Tokens.Length && Value(message, at + 1) is { } repeated)
            return new DigitChunk(string.Concat(Enumerable.Repeat(repeated, times)), at, at + 2);
        if (before > 0 && token.Is("o") && at + 1 < message.Tokens.Length && Value(message, at + 1) is not null)
            return new DigitChunk("0", at, at + 1);
        return Value(message, at) is null ? null : Spoken(message, at);
    }

    /// <summary>"treinta y tres" is 33 and "seiscientos doce" 612, but "seis dos" is two chunks; "mil" is an amount's.</summary>
    private static DigitChunk? Spoken(Message message, int at)
    {
        if (Numbers.Read(message, at) is { Scale: 1, Slang: null } number)
            return new DigitChunk(number.Value.ToString(CultureInfo.InvariantCulture), at, number.End);
        return new DigitChunk(Value(message, at)!, at, at + 1);
    }

    private static string? Value(Message message, int at) => message.Tokens[at].IsNumber
        ? Bare(message.Tokens[at].Norm)
        : message.Lexicon.Numbers.Value(message.Tokens[at].Norm);

    private static string Bare(string digits) => digits.Replace(".", "").Replace(",", "");

    private static bool IsSeparator(Message message, int at, int before) =>
        message.Tokens[at].Kind == TokenKind.Mark && (message.Tokens[at].Norm is "-" or "." or "/" or "," or ")" && before > 0 || message.IsMark(at, "("));
}
