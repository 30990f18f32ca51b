using ChatLeads.Core.Leads;
using PhoneNumbers;

namespace ChatLeads.Core.Understanding;

/// <summary>Phone numbers, written in any grouping or dictated ("seis dos dos, once, veintidos", "double oh seven").</summary>
internal static class PhoneParser
{
    private const string Name = "phone";
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int MostTries = 24;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    public static void Find(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            var run = DigitRun.Read(message, at);
            if (run.Count == 0)
                continue;
            var end = FindIn(message, found, run);
            at = Math.Max(end, run[^1].End) - 1;
        }
    }

    /// <summary>The whole run, or its longest part that is a number: "somos 12, 612 345 678".</summary>
    private static int FindIn(Message message, Candidates found, List<DigitChunk> run)
    {
        var tries = MostTries;
        for (var from = 0; from < run.Count && tries > 0; from++)
        {
            for (var to = run.Count; to > from; to--)
            {
                var digits = string.Concat(run.Skip(from).Take(to - from).Select(chunk => chunk.Digits));
                var count = digits.Count(char.IsAsciiDigit);
                if (count is < FewestDigits or > MostDigits)
                    continue;
                var (start, end) = (run[from].Start, run[to - 1].End);
                if (tries-- == 0 || Parse(message, digits, start, end, to - from == run.Count) is not { } number)
                    continue;
                found.Add(Field.Phone, new TextValue(number), start, end, 95 + Owners.Mine(message, start), Name,
                    Owners.IsOthers(message, start, end) ? Reasons.Others : Corrections.IsDead(message, end) ? Reasons.Corrected : null);
                return end;
            }
        }
        return 0;
    }

    private static string? Parse(Message message, string digits, int start, int end, bool isWhole)
    {
        if (IsAmount(message, start, end) || message.Before("phone.block", start) is { } block && start - block.End <= 3)
            return null;
        var expected = message.Asks(Field.Phone) || message.Before("phone.cue", start, true) is not null || message.InClause("phone.cue", start)
            || digits[0] == '+' || digits[0] == '0' && digits.Length >= 10 && message.Has("phone.cue");
        // Mexico's mobiles had a 1 after the country code until 2019, and people still write it.
        if (digits.StartsWith("+521", StringComparison.Ordinal) && digits.Length == 14)
            digits = "+52" + digits[4..];
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = "+" + digits[2..];
        return Valid(digits, message.Request.Region, expected && isWhole)
            ?? (expected && digits[0] != '+' && digits.Length >= 10 ? Valid("+" + digits, message.Request.Region, false) : null)
            ?? (expected && isWhole && digits[0] != '+' ? Abroad(message, digits) : null);
    }

    /// <summary>A number of another country where the person's language is spoken, when it is one of only one of them.</summary>
    private static string? Abroad(Message message, string digits)
    {
        string? only = null;
        var language = message.Lexicon.LanguageOf(message.Tokens) ?? message.Request.Language ?? message.Lexicon["phone.region"].Value(FoldedText.Fold(message.Request.Region));
        foreach (var (region, spoken) in message.Lexicon["phone.region"].Singles)
        {
            if (spoken != language || Valid(digits, region.ToUpperInvariant(), false) is not { } number || number == only)
                continue;
            if (only is not null)
                return null;
            only = number;
        }
        return only;
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
