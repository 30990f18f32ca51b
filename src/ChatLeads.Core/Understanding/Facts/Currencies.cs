namespace ChatLeads.Core.Understanding;

/// <summary>Which currency a sign or word means to this person.</summary>
internal static class Currencies
{
    /// <summary>A sign or code before a number: "$2k", "US$ 300", "usd 40". The start is the number's own where there is none.</summary>
    public static (int Start, string? Currency) Before(Message message, int at)
    {
        for (var length = 2; length > 0; length--)
        {
            if (at < length)
                continue;
            if (message.Lexicon["symbol"].Find(message.Tokens, at - length) is { } sign && sign.End == at)
                return (at - length, Resolve(message, sign.Value));
        }
        return (at, null);
    }

    /// <summary>A currency's name, code or sign after a number.</summary>
    public static (int End, string? Currency) After(Message message, int at)
    {
        var from = message.Is("money.of", at) ? at + 1 : at;
        var found = message.Lexicon["currency"].Find(message.Tokens, from) ?? message.Lexicon["symbol"].Find(message.Tokens, from);
        return found is { } unit ? (unit.End, Resolve(message, unit.Value)) : (at, null);
    }

    /// <summary>The currency that money's own number words imply, such as lakh; null for the person's own.</summary>
    public static string? OfSlang(Message message, string word) =>
        message.Lexicon["slang"].Value(word) is { } value ? Resolve(message, value) : null;

    /// <summary>
    /// A value is an ISO code, or <c>family: …</c> for names that several countries share: the person's own currency where
    /// it is one of them, else their country's, else the first.
    /// </summary>
    private static string Resolve(Message message, string value)
    {
        if (value.Length == 3)
            return value;
        var codes = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.IndexOf(codes, message.Request.Currency) >= 0)
            return message.Request.Currency;
        var home = message.Lexicon["home.currency"].Value(FoldedText.Fold(message.Request.Region));
        return home is not null && Array.IndexOf(codes, home) >= 0 ? home : codes[0];
    }
}
