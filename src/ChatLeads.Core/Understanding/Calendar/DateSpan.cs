namespace ChatLeads.Core.Understanding;

/// <summary>A named stretch of days, both ends included.</summary>
internal readonly record struct DateSpan(DateOnly Start, DateOnly End)
{
    public static DateSpan Month(int year, int month)
    {
        var start = new DateOnly(year, month, 1);
        return new DateSpan(start, start.AddMonths(1).AddDays(-1));
    }

    /// <summary>Calendar quarter or half: <paramref name="number"/> counts from 1, each <paramref name="months"/> long.</summary>
    public static DateSpan Part(int year, int number, int months)
    {
        var start = new DateOnly(year, (number - 1) * months + 1, 1);
        return new DateSpan(start, start.AddMonths(months).AddDays(-1));
    }

    public static DateSpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static DateSpan Day(DateOnly day) => new(day, day);

    /// <summary>Whether two thirds of it lie behind a day in it.</summary>
    public bool IsLate(DateOnly day) => Start <= day && day.DayNumber - Start.DayNumber > Days * 2 / 3;

    private int Days => End.DayNumber - Start.DayNumber;

    /// <summary>The span that "early", "mid", "late", "before" or "after" leaves of it.</summary>
    public DateSpan With(DatePart part) => part switch
    {
        // Early in the year is its first quarter.
        DatePart.Start => this with { End = Start.AddDays(Days > 300 ? Days / 4 : Days / 3) },
        DatePart.Middle => this with { End = Start.AddDays(Days * 2 / 3) },
        DatePart.Before => new DateSpan(DateOnly.MinValue, Start),
        DatePart.After => new DateSpan(End, End.AddDays(1)),
        _ => this,
    };
}

/// <summary>Which part of a span is meant.</summary>
internal enum DatePart { Whole, Start, Middle, End, Before, After }
