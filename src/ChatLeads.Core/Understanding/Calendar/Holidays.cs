using System.Globalization;

namespace ChatLeads.Core.Understanding;

/// <summary>
/// Days that move: Easter is computed, moons stand in tables. A rule reads <c>12-25</c>, <c>12-24..01-06</c>,
/// <c>easter-47</c>, <c>easter-7..easter</c>, <c>11#4thu</c> (the fourth Thursday of November, -1 the last) or
/// <c>table diwali</c>; with <c>;</c> between, each after its country: <c>CL 09-18..09-19; PE 07-28..07-29; 09-16</c>.
/// </summary>
internal static class Holidays
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The rule's next occurrence that has not ended, or null where the rule knows none.</summary>
    public static DateSpan? Next(string rules, string region, DateOnly today, Phrases tables, bool skipCurrent = false)
    {
        var rule = For(rules, region);
        for (var year = today.Year - 1; year <= today.Year + 2; year++)
        {
            if (In(rule, year, tables) is { } span && span.End >= today && !(skipCurrent && span.Start <= today))
                return span;
        }
        return null;
    }

    /// <summary>The rule's occurrence that starts in a year.</summary>
    public static DateSpan? In(string rule, int year, Phrases tables)
    {
        if (rule.StartsWith("table ", StringComparison.Ordinal))
            return Table(rule[6..], year, tables);
        var ends = rule.Split("..");
        if (Day(ends[0], year) is not { } start || Day(ends[^1], year) is not { } end)
            return null;
        return new DateSpan(start, end < start ? Day(ends[^1], year + 1) ?? start : end);
    }

    public static string For(string rules, string region)
    {
        var fallback = rules;
        foreach (var part in rules.Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.Length > 2 && part[2] == ' ' && char.IsUpper(part[0]) && char.IsUpper(part[1]))
            {
                if (part.AsSpan(0, 2).Equals(region, StringComparison.OrdinalIgnoreCase))
                    return part[3..];
            }
            else
            {
                fallback = part;
            }
        }
        return fallback;
    }

    private static DateSpan? Table(string name, int year, Phrases tables)
    {
        foreach (var date in (tables.Value(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year == year)
                return DateSpan.Day(day);
        }
        return null;
    }

    private static DateOnly? Day(string rule, int year)
    {
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return Easter(year).AddDays(int.TryParse(rule[6..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) ? offset : 0);
        if (rule.Split('#') is [var month, { Length: > 3 } nth])
            return Nth(year, int.Parse(month, CultureInfo.InvariantCulture), nth[..^3], nth[^3..]);
        return DateOnly.TryParseExact($"{year:D4}-{rule}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static DateOnly Nth(int year, int month, string nth, string weekday)
    {
        var number = int.Parse(nth, CultureInfo.InvariantCulture);
        var wanted = Array.IndexOf(Days, weekday);
        if (number < 0)
        {
            var last = DateSpan.Month(year, month).End;
            return last.AddDays(-(((int)last.DayOfWeek - wanted + 7) % 7));
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays((wanted - (int)first.DayOfWeek + 7) % 7 + 7 * (number - 1));
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous method that needs no table.</summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var shift = (golden + 11 * epact + 22 * sunday) / 451;
        var day = epact + sunday - 7 * shift + 114;
        return new DateOnly(year, day / 31, day % 31 + 1);
    }
}
