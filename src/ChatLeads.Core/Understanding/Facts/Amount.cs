using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>A number with what stands around it: the raw form of budgets.</summary>
/// <param name="Currency">ISO 4217 when the text names one.</param>
/// <param name="Start">First token, with a currency sign in front; <paramref name="End"/> is after the unit.</param>
internal sealed record Amount(decimal? Min, decimal? Max, string? Currency, Per? Per, int Start, int End, bool IsMoney)
{
    public decimal Scale { get; init; } = 1;

    /// <summary>The token that the number starts at, whatever cues the span takes in.</summary>
    public int Number { get; init; }

    public bool IsRange { get; init; }

    /// <summary>"a month" or "al año" follows it at once: what is so much a month is money, unless a noun says what else.</summary>
    public bool IsRate { get; init; }

    /// <summary>The amount whose number starts at a token, or null.</summary>
    public static Amount? Read(Message message, int at)
    {
        var (start, sign) = Currencies.Before(message, at);
        if (Numbers.Read(message, at) is not { } number || IsDialled(message, at))
            return null;
        var after = Currencies.After(message, number.End);
        var slang = number.Slang is null ? null : Currencies.OfSlang(message, number.Slang);
        var currency = after.Currency ?? sign ?? slang;
        return new Amount(number.Value, number.Value, currency, null, start, after.End, currency is not null || number.Slang is not null)
        {
            Scale = number.Scale,
            Number = at,
        };
    }

    /// <summary>"the 0401 one": digits of a phone or a code.</summary>
    private static bool IsDialled(Message message, int at) => message.Tokens[at] is { IsNumber: true, Norm: ['0', >= '0' and <= '9', ..] };

    /// <summary>"entre 10 y 20 mil": the second amount lends scale and currency to the first.</summary>
    public Amount To(Amount last)
    {
        var first = Scale == 1 && last.Scale > 1 && Min < last.Max / last.Scale * 10 && Min < 1000 ? Min * last.Scale : Min;
        return this with
        {
            Min = first, Max = last.Max, Currency = last.Currency ?? Currency, Per = last.Per ?? Per,
            End = last.End, IsMoney = IsMoney || last.IsMoney, Scale = last.Scale, IsRange = true,
        };
    }
}
