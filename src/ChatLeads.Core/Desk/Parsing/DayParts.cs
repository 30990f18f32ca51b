using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>What of a date was said; what was not is filled in by the reader of periods or of moments.</summary>
internal sealed record DayParts(int? Day, int? Month, int? Year, int End)
{
    private static readonly string[] Links = ["date_of", Classes.Article];

    /// <summary>3 de noviembre, nov 3rd, 3/11, 2026-11-03, octubre 2025, el 15.</summary>
    public static DayParts? At(Sentence sentence, int i)
    {
        i = sentence.SkipAll(i, Classes.Article, Classes.PeriodNoun);
        if (Numeric(sentence, i) is { } numeric)
            return numeric;
        if (sentence.At(i, Classes.Month) is { } month && !sentence.Taken(i))
            return AfterMonth(sentence, int.Parse(month.Value, CultureInfo.InvariantCulture), month.End);
        if (sentence.Digits(i) is not { } day || day is 0 or > 31)
            return null;
        var end = sentence.Skip(i + 1, Classes.Ordinal + "_suffix");
        return sentence.At(sentence.SkipAll(end, Links), Classes.Month) is { } named
            ? WithYear(sentence, day, int.Parse(named.Value, CultureInfo.InvariantCulture), named.End)
            : new DayParts(day, null, null, end);
    }

    private static DayParts AfterMonth(Sentence sentence, int month, int at)
    {
        var dayAt = sentence.Skip(at, Classes.Article);
        if (sentence.Digits(dayAt) is { } day and > 0 and <= 31 && Amounts.At(sentence, dayAt, "EUR") is not { IsMarked: true }
            && !sentence.Is(dayAt + 1, Classes.Am) && !sentence.Is(dayAt + 1, Classes.Pm))
            return WithYear(sentence, day, month, sentence.Skip(dayAt + 1, Classes.Ordinal + "_suffix"));
        return WithYear(sentence, null, month, at);
    }

    private static DayParts WithYear(Sentence sentence, int? day, int month, int at)
    {
        var next = at < sentence.Count && sentence[at].Word == "," ? at + 1 : at;
        var year = sentence.SkipAll(next, Links);
        return YearAt(sentence, year) is { } found ? new DayParts(day, month, found, year + 1) : new DayParts(day, month, null, at);
    }

    /// <summary>A number of four digits that can be a year.</summary>
    public static int? YearAt(Sentence sentence, int i) =>
        sentence.Digits(i) is { } year and >= 2000 and < 2100 && !sentence.Is(i + 1, Classes.Currency) && !sentence.Is(i + 1, Classes.Thousand)
        && !(i + 1 < sentence.Count && sentence[i + 1] is { Glued: true, Word: "-" or "/" }) ? year : null;

    private static DayParts? Numeric(Sentence sentence, int i)
    {
        if (i + 2 >= sentence.Count || sentence[i + 1].Word is not ("/" or "-") || !sentence[i + 2].Glued || sentence.Digits(i) is not { } a || sentence.Digits(i + 2) is not { } b)
            return null;
        var mark = sentence[i + 1].Word;
        var third = i + 4 < sentence.Count && sentence[i + 3].Word == mark ? sentence.Digits(i + 4) : null;
        if (a is >= 2000 and < 2100 && third is { } isoDay)
            return Checked(isoDay, b, a, i + 5);
        if (mark == "-" && third is null)
            return null;
        var year = third is { } y ? (y < 100 ? 2000 + y : y) : (int?)null;
        var end = third is null ? i + 3 : i + 5;
        return b > 12 ? Checked(b, a, year, end) : Checked(a, b, year, end);
    }

    private static DayParts? Checked(int day, int month, int? year, int end) =>
        day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is null or >= 2000 and < 2100 ? new DayParts(day, month, year, end) : null;

    /// <summary>The day, with its last day of the month when the month is shorter.</summary>
    public static DateOnly Date(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
