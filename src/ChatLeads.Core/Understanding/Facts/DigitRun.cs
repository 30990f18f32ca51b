using System.Globalization;

namespace ChatLeads.Core.Understanding;

/// <summary>Some digits of a phone number and the tokens that they stand in.</summary>
internal readonly record struct DigitChunk(string Digits, int Start, int End);

/// <summary>Tokens that read as digits one after the other.</summary>
internal static class DigitRun
{
    private const int Longest = 20;

    private static readonly List<DigitChunk> None = [];

    /// <summary>The run that starts at a token; most start none.</summary>
    public static List<DigitChunk> Read(Message message, int start)
    {
        if (!IsStart(message, start))
            return None;
        var run = new List<DigitChunk>();
        var at = start;
        // "Plus four four, double seven double oh".
        if (message.Is("phone.plus", at) && at + 1 < message.Tokens.Length && Chunk(message, at + 1, 0) is { } code)
        {
            run.Add(code with { Digits = "+" + code.Digits });
            at = code.End;
        }
        else if (message.IsMark(at, "+") && at + 1 < message.Tokens.Length && message.Tokens[at + 1].IsNumber)
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

    private static bool IsStart(Message message, int at) =>
        message.Tokens[at].IsNumber || message.IsMark(at, "+") || message.IsMark(at, "(") || (message.Tokens[at].Word.Opens & message.Lexicon.DigitOpeners) != 0;

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
        if (message.Lexicon["scale"].Value(at + 1 < message.Tokens.Length ? message.Tokens[at + 1].Norm : "") == "100")
            return new DigitChunk(Value(message, at) + "00", at, at + 2);
        if (Numbers.Read(message, at) is { Scale: 1, Slang: null } number)
            return new DigitChunk(number.Value.ToString(CultureInfo.InvariantCulture), at, number.End);
        return new DigitChunk(Value(message, at)!, at, at + 1);
    }

    private static string? Value(Message message, int at) => message.Tokens[at].IsNumber
        ? Bare(message.Tokens[at].Norm)
        : message.Lexicon.Numbers.Value(message.Tokens[at]);

    private static string Bare(string digits) => digits.Replace(".", "").Replace(",", "");

    private static bool IsSeparator(Message message, int at, int before) =>
        message.Tokens[at].Kind == TokenKind.Mark && (message.Tokens[at].Norm is "-" or "." or "/" or "," or ")" && before > 0 || message.IsMark(at, "("));
}
