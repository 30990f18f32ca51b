using System.Globalization;
using ChatLeads.Core.Leads;
using PhoneNumbers;

namespace ChatLeads.Core.Desk;

/// <summary>Facts in a few words for staff: <c>14 personas</c>, <c>5.000–6.000 €/año</c>, <c>decide</c>.</summary>
internal static class FactPhrases
{
    public static string Of(DeskTexts texts, Fact fact, string language) => fact.Value switch
    {
        TextValue text when fact.Field == Field.Phone => Phone(text.Text),
        TextValue text => text.Text,
        ChoiceValue choice => texts.Choice(fact.Field, choice.Id, language),
        RangeValue range => texts.Line(DeskText.People, language, ("value", Range(texts, language, range.Min, range.Max, number => number))),
        MoneyValue money => Money(texts, language, money),
        StatedValue => texts.Line(DeskText.Quote, language, ("text", fact.Quote.Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static string Money(DeskTexts texts, string language, MoneyValue money) => texts.Line(
        money.Per switch { Per.Month => DeskText.PerMonth, Per.Year => DeskText.PerYear, _ => DeskText.PerOnce },
        language,
        ("amount", Range(texts, language, money.Min, money.Max, amount => Amount(texts, language, money.Currency, amount))));

    public static string Amount(DeskTexts texts, string language, string currency, decimal amount) =>
        Amount(texts, language, currency, amount.ToString("#,0.##", CultureInfo.GetCultureInfo(language)));

    private static string Amount(DeskTexts texts, string language, string currency, string amount) => texts.Symbol(currency) is { } symbol
        ? texts.Line(DeskText.WithSymbol, language, ("amount", amount), ("symbol", symbol))
        : texts.Line(DeskText.WithCode, language, ("amount", amount), ("code", currency));

    /// <param name="write">Puts what a number, or two with a dash, is an amount of.</param>
    private static string Range(DeskTexts texts, string language, decimal? min, decimal? max, Func<string, string> write)
    {
        return (Number(min), Number(max)) switch
        {
            ({ } least, { } most) when least != most => write(texts.Line(DeskText.RangeBetween, language, ("min", least), ("max", most))),
            ({ } one, { }) => write(one),
            ({ } least, null) => texts.Line(DeskText.RangeFrom, language, ("min", write(least))),
            (null, { } most) => texts.Line(DeskText.RangeUpTo, language, ("max", write(most))),
            _ => "",
        };

        string? Number(decimal? number) => number?.ToString("#,0.##", CultureInfo.GetCultureInfo(language));
    }

    /// <summary>With its country code and in groups, as one reads it out.</summary>
    private static string Phone(string e164)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return numbers.Format(numbers.Parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return e164;
        }
    }
}
