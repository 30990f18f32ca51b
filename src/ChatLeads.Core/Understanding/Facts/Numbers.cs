using System.Globalization;

namespace ChatLeads.Core.Understanding;

/// <summary>A number in digits or words, e.g. "12", "twenty three", "15 mil", "medio millon", "2.5k".</summary>
/// <param name="End">The token after it.</param>
/// <param name="Scale">The last multiplier that was said, 1 without: "entre 10 y 20 mil" lends it to the 10.</param>
/// <param name="Slang">The multiplier is money's own ("grand", "lucas"), so that the number is an amount by itself.</param>
internal readonly record struct Number(decimal Value, int Start, int End, decimal Scale, string? Slang);

internal static class Numbers
{
    private const decimal Million = 1_000_000;
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The number that starts at a token, or null.</summary>
    public static Number? Read(Message message, int at)
    {
        if (!message.Tokens[at].IsNumber && (message.Tokens[at].Word.Opens & message.Lexicon.NumberOpeners) == 0)
            return null;
        var reading = new Reading(message);
        return reading.Read(at);
    }

    /// <summary>Digits with the separators of any country: "1.500,50", "1,500.50", "1,00,000", "2.5".</summary>
    public static decimal? Digits(string text)
    {
        var (dot, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        var plain = text;
        if (dot >= 0 && comma >= 0)
            plain = dot > comma ? text.Replace(",", "") : text.Replace(".", "").Replace(',', '.');
        else if (Math.Max(dot, comma) is >= 0 and var mark)
            plain = IsGrouping(text, mark) ? text.Replace(".", "").Replace(",", "") : text.Replace(',', '.');
        return plain.Length <= 20 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < Largest
            ? value : null;
    }

    private static bool IsGrouping(string text, int mark) =>
        text.Length - mark == 4 && text[0] != '0' || text.IndexOf(text[mark]) < mark;

    private ref struct Reading(Message message)
    {
        private decimal total;
        private decimal? current;
        private decimal scale = 1;
        private string? slang;
        private int start;

        public Number? Read(int first)
        {
            start = first;
            var at = First(start);
            if (at < 0)
                return null;
            while (at < message.Tokens.Length && Next(at) is > 0 and var next)
                at = next;
            // After a million, "doscientos" leaves its thousand unsaid.
            var value = total + (current ?? 0) * (scale == Million && current is >= 100 and < 1000 ? 1000 : 1);
            return value < Largest ? new Number(value, start, at, scale, slang) : null;
        }

        private int First(int at)
        {
            if (message.Tokens[at].IsNumber && Digits(message.Tokens[at].Norm) is { } digits)
                return Begin(digits, at + 1);
            if (Word(at) is { } word && !(message.Is("one", at) && IsScale(at + 1)))
                return Begin(word, at + 1);
            if (message.Lexicon["half"].Find(message.Tokens, at) is { } half && IsScale(half.End))
                return Begin(0.5m, half.End);
            if (message.Lexicon["pair"].Find(message.Tokens, at) is { } pair)
                return Begin(2, pair.End);
            if (message.Is("one", at) && IsScale(at + 1))
                return Begin(1, at + 1);
            // "millón y medio", "millón doscientos"
            if (ScaleOf(at) >= Million && (Word(at + 1) >= 100 || message.Lexicon["joiner"].Contains(NormAt(at + 1)) && message.Lexicon["half"].Find(message.Tokens, at + 2) is not null))
                return Begin(1, at);
            return -1;
        }

        private int Begin(decimal value, int next)
        {
            current = value;
            return next;
        }

        private int Next(int at)
        {
            if (ScaleOf(at) is { } factor && (message.Tokens[at].Norm.Length > 1 || message.Tokens[at].Glued || factor == 1000))
                return Multiply(factor, at);
            if (message.Lexicon["joiner"].Contains(message.Tokens[at]))
                return Joined(at + 1);
            // "8k one off" is no 8001, and "2,000 once" is no 2,011 though "once" is eleven in Spanish.
            return Word(at) is { } value && Adds(value) && !message.Tokens[at - 1].IsNumber && !(at > start && message.Tokens[at - 1] is { IsWord: true, Norm.Length: 1 }) ? Plus(value, at + 1) : 0;
        }

        private int Multiply(decimal factor, int at)
        {
            if (current is null && factor < 1000)
                return 0;
            if (current is null)
                (total, scale) = (total * factor, scale * factor);
            else if (factor < 1000)
                (current, scale) = (current * factor, factor);
            else
                (total, current, scale) = (total + current.Value * factor, null, factor);
            slang = message.Lexicon["scale"].Value(message.Tokens[at])!.Contains('!') ? message.Tokens[at].Norm : slang;
            return at + 1;
        }

        private int Joined(int at)
        {
            if (message.Lexicon["half"].Find(message.Tokens, at) is { } half)
            {
                if (current is { } units)
                    current = units + 0.5m;
                else
                    total += scale / 2;
                return half.End;
            }
            if (current is null && message.EndingAt("bound.between", start) is not null)
                return 0;
            return at < message.Tokens.Length && Word(at) is { } value && Adds(value) && !(current is null && scale == 1) ? Plus(value, at + 1) : 0;
        }

        private int Plus(decimal value, int next)
        {
            current = (current ?? 0) + value;
            return next;
        }

        /// <summary>"thirty" takes "three" and "three hundred" takes "twelve", but "six" takes no "two".</summary>
        private readonly bool Adds(decimal value) => current switch
        {
            null => scale >= 1000 && value < 1000,
            { } units => value > 0 && (units % 100 == 0 && units > 0 && value < 100 || units == 1000 && value < 1000 || units % 10 == 0 && units % 100 >= 20 && value < 10),
        };

        private readonly decimal? Word(int at) =>
            at < message.Tokens.Length && message.Lexicon.Numbers.Value(message.Tokens[at]) is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;

        private readonly string NormAt(int at) => at < message.Tokens.Length ? message.Tokens[at].Norm : "";

        private readonly bool IsScale(int at) => ScaleOf(at) is not null;

        private readonly decimal? ScaleOf(int at) =>
            at < message.Tokens.Length && message.Lexicon["scale"].Value(message.Tokens[at]) is { } value
                ? Factor(value) : null;

        /// <summary>"1000! pe:1" is a thousand, but one where Peru's "lucas" are soles.</summary>
        private readonly decimal Factor(string value)
        {
            var space = value.IndexOf(' ');
            var home = space > 0 ? value.IndexOf(message.Request.Region + ":", space, StringComparison.OrdinalIgnoreCase) : -1;
            var plain = home > 0 ? value.AsSpan(home + 3) : value.AsSpan(0, space > 0 ? space : value.Length).TrimEnd('!');
            return decimal.Parse(plain, NumberStyles.Integer, CultureInfo.InvariantCulture);
        }
    }
}
