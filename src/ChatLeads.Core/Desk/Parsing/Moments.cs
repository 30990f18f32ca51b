using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Moments to come: mañana a las 10, el jueves, dec 1 9am, in 2 hours, next week.</summary>
internal sealed class Moments(Sentence sentence, DateOnly today, TimeOnly? now)
{
    /// <summary>The moment said, and the tokens that say it.</summary>
    public (Moment Moment, int Start, int End, int DayStart, int DayEnd)? Find()
    {
        (DateOnly Date, TimeOnly? Time, int Start, int End)? day = null;
        (TimeOnly Time, int Start, int End)? time = null;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Taken(i))
                continue;
            // "Put 7 down for Tuesday": a bare number was no day.
            if ((day is null || sentence.Digits(day.Value.Start) is not null && day.Value.End == day.Value.Start + 1 && IsNamedDay(i)) && DayAt(i) is var (date, at, end))
                (day, i) = ((date, at, i, end), end - 1);
            else if (time is null && Times.At(sentence, i, officeHours: true) is var (clock, after))
                (time, i) = ((clock, i, after), after - 1);
        }
        if (day is null && time is null)
            return null;
        var start = Math.Min(day?.Start ?? int.MaxValue, time?.Start ?? int.MaxValue);
        var moment = new Moment(day?.Date ?? today, time?.Time ?? day?.Time);
        return (moment, start, Math.Max(day?.End ?? 0, time?.End ?? 0), day?.Start ?? start, day?.End ?? start);
    }

    private bool IsNamedDay(int i) => sentence.Is(i, Classes.Day) || Weekday(i) is not null || NextUnit(i) is not null;

    private (DateOnly Date, TimeOnly? Time, int End)? DayAt(int i)
    {
        if (sentence.At(i, Classes.Day) is { } day && int.Parse(day.Value, CultureInfo.InvariantCulture) is >= 0 and var shift)
            return (today.AddDays(shift), null, day.End);
        return Counted(i) ?? NextUnit(i) ?? Weekday(i) ?? Ending(i) ?? Date(i);
    }

    private (DateOnly, TimeOnly?, int)? Counted(int i)
    {
        var at = sentence.Skip(i, Classes.In);
        if ((sentence.Is(at, "one_article") ? 1 : sentence.Integer(at)) is not { } count || count > 1000)
            return null;
        if (sentence.At(at + 1, Classes.Unit) is { } unit)
            return (Calendar.Add(today, count, Enum.Parse<Unit>(unit.Value, true)), null, unit.End);
        if (sentence.At(at + 1, Classes.FourteenDays) is { } fortnights)
            return (today.AddDays(14 * count), null, fortnights.End);
        if (sentence.At(at + 1, "clock_unit") is not { } clock || now is not { } since)
            return null;
        var then = today.ToDateTime(since).AddMinutes(count * int.Parse(clock.Value, CultureInfo.InvariantCulture));
        return (DateOnly.FromDateTime(then), TimeOnly.FromDateTime(then), clock.End);
    }

    /// <summary>next week, el mes que viene: its first day.</summary>
    private (DateOnly, TimeOnly?, int)? NextUnit(int i)
    {
        var next = sentence.At(i, Classes.Next);
        if (sentence.At(next?.End ?? i, Classes.Unit) is not { } named)
            return null;
        next ??= sentence.At(named.End, Classes.NextAfter);
        if (next is null)
            return null;
        var unit = Enum.Parse<Unit>(named.Value, true);
        return (Calendar.Add(Calendar.StartOf(today, unit), 1, unit), null, Math.Max(named.End, next.End));
    }

    private (DateOnly, TimeOnly?, int)? Weekday(int i)
    {
        var at = sentence.SkipAll(i, Classes.Next, Classes.This);
        if (sentence.At(at, Classes.Weekday) is not { } weekday)
            return null;
        var date = Calendar.NextWeekday(today, Enum.Parse<DayOfWeek>(weekday.Value, true));
        return (date, null, sentence.SkipAll(weekday.End, Classes.NextAfter));
    }

    private (DateOnly, TimeOnly?, int)? Ending(int i) =>
        sentence.At(i, Classes.End) is { } end && sentence.At(sentence.SkipAll(end.End, Classes.Of, Classes.Article, Classes.This), Classes.Unit) is { } unit
            ? (Calendar.Whole(Calendar.StartOf(today, Enum.Parse<Unit>(unit.Value, true)), Enum.Parse<Unit>(unit.Value, true)).To, null, unit.End)
            : null;

    private (DateOnly, TimeOnly?, int)? Date(int i)
    {
        if (sentence.Is(i, Classes.Article) || DayParts.At(sentence, i) is not { Day: { } day } parts)
            return null;
        if (parts.Month is null && (!Marked(i) || Times.At(sentence, i, false) is { } || Amounts.At(sentence, i, "EUR") is { IsMarked: true }))
            return null;
        var month = parts.Month ?? (day > today.Day ? today.Month : today.AddMonths(1).Month);
        var date = DayParts.Date(parts.Year ?? (parts.Month is null && month < today.Month ? today.Year + 1 : today.Year), month, day);
        return (parts.Year is null && date < today ? date.AddYears(1) : date, null, parts.End);
    }

    /// <summary>A bare number is a day of the month only after "until", "to", "the": never the first words, which name the lead.</summary>
    private bool Marked(int i)
    {
        var j = sentence.Before(i, Classes.Article)?.Start ?? i;
        return sentence.Before(i, Classes.Until) is not null || sentence.Before(j, Classes.Until) is not null || sentence.Before(j, Classes.PeriodNoun) is not null
            || i + 1 < sentence.Count && sentence.Is(i + 1, Classes.Ordinal + "_suffix");
    }
}
