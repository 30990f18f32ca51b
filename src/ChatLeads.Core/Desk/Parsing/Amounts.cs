using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

internal sealed record Amount(decimal Value, string? Currency, int Start, int End)
{
    /// <summary>It has a currency, a "k", or cents, so that it can be no lead's number.</summary>
    public bool IsMarked { get; init; }
}

/// <summary>Amounts: 1.200 eur, 12k usd, 99,90 euros, $500, 1,5k.</summary>
internal static class Amounts
{
    private static readonly string[] Pesos = ["MXN", "COP", "CLP", "ARS", "UYU"];
    private static readonly string[] Dollars = ["USD", "CAD", "AUD", .. Pesos];

    public static Amount? At(Sentence sentence, int i, string home)
    {
        var currency = sentence.At(i, Classes.Currency);
        var number = currency?.End ?? i;
        if (number >= sentence.Count || sentence[number].Kind != TokenKind.Number || sentence.Taken(number) || Value(sentence[number].Word) is not { } value)
            return null;
        var end = number + 1;
        var marked = !sentence[number].Word.All(char.IsAsciiDigit) || value > 999_999;
        if (sentence.At(end, Classes.Thousand) is { } thousand)
            (value, end, marked) = (value * decimal.Parse(thousand.Value, CultureInfo.InvariantCulture), thousand.End, true);
        if (currency is null && sentence.At(sentence.Skip(end, Classes.Of), Classes.Currency) is { } after && !IsAnothers(sentence, after))
            (currency, end) = (after, after.End);
        return new Amount(value, currency is null ? null : Iso(currency.Value, home), i, end) { IsMarked = marked || currency is not null };
    }

    /// <summary>In "52 for £4,200" the sign belongs to what follows it.</summary>
    private static bool IsAnothers(Sentence sentence, Hit currency) =>
        currency.End < sentence.Count && sentence[currency.End] is { Kind: TokenKind.Number, Glued: true };

    /// <summary>1.200 and 1,200 are thousands; 99,90 and 1.5 are decimals. Null for 10:30.</summary>
    private static decimal? Value(string digits)
    {
        if (digits.Contains(':', StringComparison.Ordinal) || digits.Length > 15)
            return null;
        var last = digits.LastIndexOfAny(['.', ',']);
        var decimals = last >= 0 && (digits.Length - last - 1 != 3 || digits.AsSpan(0, last).ContainsAny(".,") && digits.IndexOf(digits[last], StringComparison.Ordinal) == last);
        var whole = (decimals ? digits[..last] : digits).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(decimals ? $"{whole}.{digits[(last + 1)..]}" : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>A bare $ or "pesos" is the firm's own currency when that is a dollar or a peso.</summary>
    private static string Iso(string said, string home) => said switch
    {
        "$" => Dollars.Contains(home) ? home : "USD",
        "peso" => Pesos.Contains(home) ? home : "MXN",
        _ => said,
    };
}
