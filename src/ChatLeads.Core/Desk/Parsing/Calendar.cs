namespace ChatLeads.Core.Desk.Parsing;

internal enum Unit { None, Day, Week, Month, Quarter, Half, Year }

/// <summary>Arithmetic of days, weeks (from Monday), months and quarters.</summary>
internal static class Calendar
{
    public static DateOnly StartOf(DateOnly day, Unit unit) => unit switch
    {
        Unit.Week => day.AddDays(-((int)day.DayOfWeek + 6) % 7),
        Unit.Month => new DateOnly(day.Year, day.Month, 1),
        Unit.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        Unit.Half => new DateOnly(day.Year, (day.Month - 1) / 6 * 6 + 1, 1),
        Unit.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    public static DateOnly Add(DateOnly day, int count, Unit unit) => unit switch
    {
        Unit.Week => day.AddDays(7 * count),
        Unit.Month => day.AddMonths(count),
        Unit.Quarter => day.AddMonths(3 * count),
        Unit.Half => day.AddMonths(6 * count),
        Unit.Year => day.AddYears(count),
        _ => day.AddDays(count),
    };

    public static Period Whole(DateOnly start, Unit unit) => new(start, Add(start, 1, unit).AddDays(-1));

    /// <summary>The unit's whole span, or until today when it is not over.</summary>
    public static Period Begun(DateOnly start, Unit unit, DateOnly today) =>
        Whole(start, unit) is var whole && whole.To > today && whole.From <= today ? new Period(whole.From, today) : whole;

    /// <summary>The unit's span <paramref name="ago"/> units before the one that holds the day.</summary>
    public static Period Ago(DateOnly day, int ago, Unit unit) => Whole(Add(StartOf(day, unit), -ago, unit), unit);

    public static DateOnly LastWeekday(DateOnly today, DayOfWeek day) => today.AddDays(-(((int)today.DayOfWeek - (int)day + 7) % 7));

    public static DateOnly NextWeekday(DateOnly today, DayOfWeek day) => LastWeekday(today, day).AddDays(7);
}
