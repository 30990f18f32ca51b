using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Times of day: a las 10, 9:30am, 17h, noon, las 5 de la tarde.</summary>
internal static class Times
{
    /// <param name="officeHours">A bare 1 to 6 is in the afternoon.</param>
    public static (TimeOnly Time, int End)? At(Sentence sentence, int i, bool officeHours)
    {
        if (sentence.At(i, Classes.Fixed) is { } named)
            return (TimeOnly.ParseExact(named.Value, "HH:mm", CultureInfo.InvariantCulture), named.End);
        var at = sentence.At(i, Classes.At);
        var number = at?.End ?? i;
        var half = sentence.At(number, Classes.HalfPast) is { Value: "before" } past ? past : null;
        number = half?.End ?? number;
        if (number >= sentence.Count || sentence.Taken(number))
            return null;
        var marked = at is not null || half is not null;
        if (Clock(sentence, number, marked) is not var (hour, minute, separated))
            return null;
        var end = number + 1;
        marked |= separated;
        if (half is not null)
            minute = 30;
        else if (minute == 0 && sentence.At(end, Classes.HalfPast) is { Value: not "before" } later)
            (minute, end) = (int.Parse(later.Value, CultureInfo.InvariantCulture), later.End);
        if (sentence.At(end, Classes.HourUnit) is { } unit)
            (end, marked) = (unit.End, true);
        if (sentence.At(end, Classes.Pm) is { } pm)
            (hour, end, marked) = (hour < 12 ? hour + 12 : hour, pm.End, true);
        else if (sentence.At(end, Classes.Am) is { } am)
            (hour, end, marked) = (hour == 12 ? 0 : hour, am.End, true);
        else if (officeHours && hour is >= 1 and <= 6 && !(separated && sentence[number].Word.StartsWith('0')))
            hour += 12;
        return marked && hour < 24 && minute < 60 ? (new TimeOnly(hour, minute), end) : null;
    }

    private static (int Hour, int Minute, bool Separated)? Clock(Sentence sentence, int i, bool marked)
    {
        var token = sentence[i];
        if (token.Kind != TokenKind.Number)
            return marked && sentence.Integer(i) is { } word and < 24 ? (word, 0, false) : null;
        var separator = token.Word.IndexOfAny([':', '.']);
        if (separator < 0)
            return sentence.Digits(i) is { } hour and < 24 ? (hour, 0, false) : null;
        return token.Word.Length - separator == 3
            && int.TryParse(token.Word[..separator], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(token.Word[(separator + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? (hours, minutes, token.Word[separator] == ':')
            : null;
    }
}
