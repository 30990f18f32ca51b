using System.Globalization;

namespace ChatLeads.Core.Desk.Parsing;

internal sealed record FoundPeriod(int Start, int End, Period Period, Unit Unit);

/// <summary>Periods of the past: today, last week, octubre, del 1 al 15 de noviembre, since Monday, Q3, last 30 days.</summary>
internal sealed class Periods(Sentence sentence, DateOnly today)
{
    private static readonly string[] LeadIn = [Classes.Of, Classes.Article, Classes.PlaceIn, Classes.PeriodNoun];

    public IReadOnlyList<FoundPeriod> All()
    {
        var found = new List<FoundPeriod>();
        for (var i = 0; i < sentence.Count; i++)
            if (At(i) is { } period)
            {
                found.Add(period);
                i = Math.Max(i, period.End - 1);
            }
        return found;
    }

    private FoundPeriod? At(int i)
    {
        if (sentence.Taken(i) || sentence.Is(i, Classes.Article) && !sentence.Is(i, Classes.Last))
            return null;
        return Since(i) ?? Range(i) ?? Simple(i);
    }

    private static FoundPeriod Found(int start, int end, DateOnly from, DateOnly to, Unit unit = Unit.None) =>
        new(start, end, new Period(from, to < from ? from : to), unit);

    private FoundPeriod? Since(int i)
    {
        if (sentence.At(i, Classes.Since) is not { } since)
            return null;
        var at = sentence.SkipAll(since.End, LeadIn);
        if (sentence.At(at, Classes.Start) is { } start && UnitAt(sentence.SkipAll(start.End, [.. LeadIn, Classes.This])) is var (ofUnit, ofEnd))
            return Found(i, ofEnd, Calendar.StartOf(today, ofUnit), today);
        return Range(at) is null && Simple(at) is { } from ? Found(i, from.End, from.Period.From, today) : null;
    }

    private FoundPeriod? Range(int i)
    {
        var opening = sentence.At(i, Classes.Between) ?? sentence.At(i, Classes.From) ?? sentence.At(i, Classes.Of);
        var at = sentence.SkipAll(opening?.End ?? i, Classes.Article, Classes.PeriodNoun);
        if (Edge(at) is not { } a)
            return null;
        var link = sentence.At(a.End, Classes.To) ?? (opening?.Class == Classes.Between ? sentence.At(a.End, Classes.And) : null);
        var next = link?.End ?? (a.End < sentence.Count && sentence[a.End].Word == "-" ? a.End + 1 : -1);
        if (next < 0 || Edge(next) is not { } b)
            return null;
        if (a is { Month: null, Date: null } && (b is { Month: null, Date: null } && opening is null || b is { Day: null, Date: null }))
            return null;
        return Between(i, a, b);
    }

    /// <summary>One end of a range: parts of a date, or a day like "yesterday".</summary>
    private sealed record RangeEdge(int? Day, int? Month, int? Year, DateOnly? Date, int End);

    private RangeEdge? Edge(int i)
    {
        if (DayParts.At(sentence, i) is { } parts)
            return new RangeEdge(parts.Day, parts.Month, parts.Year, null, parts.End);
        i = sentence.SkipAll(i, Classes.Article);
        if (sentence.At(i, Classes.Day) is { } day && DayNamed(day.Value) is { } named)
            return new RangeEdge(null, null, null, named, day.End);
        return sentence.At(i, Classes.Weekday) is { } weekday
            ? new RangeEdge(null, null, null, Calendar.LastWeekday(today, Enum.Parse<DayOfWeek>(weekday.Value, true)), weekday.End)
            : null;
    }

    private FoundPeriod? Between(int i, RangeEdge a, RangeEdge b)
    {
        if (a.Date is not null || b.Date is not null)
        {
            var to = b.Date ?? Latest(b.Day ?? 1, b.Month ?? today.Month, b.Year);
            var from = a.Date ?? Latest(a.Day ?? 1, a.Month ?? to.Month, a.Year);
            return Found(i, b.End, from > to ? from.AddDays(-7) : from, to);
        }
        var endMonth = b.Month ?? a.Month ?? today.Month;
        var startMonth = a.Month ?? b.Month ?? today.Month;
        var startYear = a.Year ?? (b.Year is { } y ? (startMonth > endMonth ? y - 1 : y) : Latest(a.Day ?? 1, startMonth, null).Year);
        var endYear = b.Year ?? (startMonth > endMonth ? startYear + 1 : startYear);
        var start = DayParts.Date(startYear, startMonth, a.Day ?? 1);
        var end = DayParts.Date(endYear, endMonth, b.Day ?? 31);
        return Found(i, b.End, start, b.Day is null && end > today ? today : end);
    }

    /// <summary>The latest such day that has begun.</summary>
    private DateOnly Latest(int day, int month, int? year) =>
        year is { } said ? DayParts.Date(said, month, day)
        : DayParts.Date(today.Year, month, day) is var thisYear && thisYear <= today ? thisYear
        : DayParts.Date(today.Year - 1, month, day);

    private FoundPeriod? Simple(int i) => new Fortnights(sentence, today).At(i) ?? Weekend(i) ?? Day(i) ?? OfUnit(i) ?? Counted(i) ?? Named(i) ?? Date(i);

    private FoundPeriod? Day(int i)
    {
        if (sentence.At(i, Classes.Day) is { } day && DayNamed(day.Value) is { } named)
            return Found(i, day.End, named, named, Unit.Day);
        var at = sentence.Skip(i, Classes.Last);
        if (sentence.At(at, Classes.Weekday) is not { } weekday)
            return null;
        var date = Calendar.LastWeekday(today, Enum.Parse<DayOfWeek>(weekday.Value, true));
        return Found(i, sentence.Skip(weekday.End, Classes.LastAfter), date, date, Unit.Day);
    }

    /// <summary>Saturday and Sunday: the latest ones that have begun, or the ones before.</summary>
    private FoundPeriod? Weekend(int i)
    {
        var last = sentence.At(i, Classes.Last);
        if (sentence.At(last?.End ?? sentence.Skip(i, Classes.This), "weekend") is not { } weekend)
            return null;
        var after = sentence.At(weekend.End, Classes.LastAfter);
        var saturday = Calendar.LastWeekday(today, DayOfWeek.Saturday);
        if (last is not null || after is not null)
            saturday = Calendar.StartOf(today, Unit.Week).AddDays(-2);
        return Found(i, after?.End ?? weekend.End, saturday, saturday.AddDays(1) > today ? today : saturday.AddDays(1));
    }

    /// <summary>Null for a day to come: that is a moment, not a period.</summary>
    private DateOnly? DayNamed(string value) =>
        int.Parse(value, CultureInfo.InvariantCulture) is <= 0 and var shift ? today.AddDays(shift) : null;

    private (Unit Unit, int End)? UnitAt(int i) =>
        sentence.At(i, Classes.Unit) is { } unit ? (Enum.Parse<Unit>(unit.Value, true), unit.End) : null;

    private FoundPeriod? OfUnit(int i)
    {
        if (sentence.At(i, Classes.ToDate) is { } toDate && !sentence.Is(toDate.End, Classes.LastAfter) && !sentence.Is(toDate.End, Classes.NextAfter) && Range(toDate.End) is null)
        {
            var begun = Enum.Parse<Unit>(toDate.Value, true);
            return Found(i, toDate.End, Calendar.StartOf(today, begun), today, begun);
        }
        var before = sentence.At(i, Classes.This) ?? sentence.At(i, Classes.Last);
        if (UnitAt(before?.End ?? i) is not var (unit, end))
            return null;
        var which = before ?? sentence.At(end, Classes.This + "_after") ?? sentence.At(end, Classes.LastAfter);
        if (which is null || unit == Unit.Day)
            return null;
        end = Math.Max(end, which.End);
        return which.Class.StartsWith(Classes.This, StringComparison.Ordinal)
            ? Found(i, end, Calendar.StartOf(today, unit), today, unit)
            : new FoundPeriod(i, end, Calendar.Ago(today, 1, unit), unit);
    }

    /// <summary>last 7 days, los 30 últimos días, 3 days ago.</summary>
    private FoundPeriod? Counted(int i)
    {
        var ago = sentence.At(i, Classes.AgoBefore);
        var last = ago is null ? sentence.At(i, Classes.Last) ?? sentence.At(i, "rolling") : null;
        var at = ago?.End ?? last?.End ?? i;
        if (sentence.Integer(at) is not { } count)
            return sentence.At(i, "rolling") is { } rolling && UnitAt(rolling.End) is var (single, singleEnd)
                ? single >= Unit.Quarter ? new FoundPeriod(i, singleEnd, Calendar.Ago(today, 1, single), single) : Rolling(i, singleEnd, 1, single)
                : null;
        var after = last is null ? sentence.At(at + 1, Classes.Last) ?? sentence.At(at + 1, "rolling") : null;
        if (count is 0 or > 1000 || UnitAt(after?.End ?? at + 1) is not var (unit, end))
            return null;
        // "320 last month": of several months one says the plural.
        if (after is not null && count > 1 && !sentence[end - 1].Word.EndsWith('s'))
            return null;
        if (last is not null || after is not null)
            return Rolling(i, end, count, unit);
        if (sentence.At(end, Classes.LastAfter) is { } closing)
            return Rolling(i, closing.End, count, unit);
        var agoEnd = ago is not null ? end : sentence.At(end, Classes.AgoAfter)?.End;
        return agoEnd is { } stop ? new FoundPeriod(i, stop, Calendar.Ago(today, count, unit), unit) : null;
    }

    private FoundPeriod Rolling(int start, int end, int count, Unit unit) =>
        Found(start, end, Calendar.Add(today, -count, unit).AddDays(1), today);

    /// <summary>Q3, first half, october 2025, 2025.</summary>
    private FoundPeriod? Named(int i)
    {
        if (sentence.At(i, Classes.Quarter) is { } quarter)
            return Part(i, quarter.End, Unit.Quarter, int.Parse(quarter.Value, CultureInfo.InvariantCulture) * 3 - 2);
        if (sentence.At(i, Classes.Half) is { } half)
            return Part(i, half.End, Unit.Half, int.Parse(half.Value, CultureInfo.InvariantCulture) * 6 - 5);
        var at = sentence.Skip(i, Classes.Year);
        return DayParts.YearAt(sentence, at) is { } year
            ? new FoundPeriod(i, at + 1, Calendar.Begun(new DateOnly(year, 1, 1), Unit.Year, today), Unit.Year)
            : null;
    }

    private FoundPeriod Part(int i, int end, Unit unit, int month, int? year = null)
    {
        var at = sentence.SkipAll(end, Classes.Of, Classes.Article);
        if (year is null && DayParts.YearAt(sentence, at) is { } said)
            (year, end) = (said, at + 1);
        else if (year is null && sentence.At(at, Classes.LastYear) is { } lastYear)
            (year, end) = (today.Year - 1, lastYear.End);
        else if (year is null && sentence.Is(at, Classes.This) && UnitAt(sentence.Skip(at, Classes.This)) is (Unit.Year, var thisEnd))
            (year, end) = (today.Year, thisEnd);
        year ??= new DateOnly(today.Year, month, 1) <= today ? today.Year : today.Year - 1;
        return new FoundPeriod(i, end, Calendar.Begun(new DateOnly(year.Value, month, 1), unit, today), unit);
    }

    private FoundPeriod? Date(int i)
    {
        if (DayParts.At(sentence, i) is not { } parts || sentence.Is(i, Classes.Article))
            return null;
        if (parts is { Day: null, Month: { } month })
            return Part(i, parts.End, Unit.Month, month, parts.Year);
        var dayOfMonth = parts.Month is null && sentence.Before(i, Classes.PeriodNoun) is not null;
        if (parts.Day is not { } day || parts.Month is null && !dayOfMonth)
            return null;
        var date = parts.Month is { } named ? Latest(day, named, parts.Year)
            : DayParts.Date(today.Year, today.Month, day) is var here && here <= today ? here
            : today.AddMonths(-1) is var previous ? DayParts.Date(previous.Year, previous.Month, day) : today;
        return Found(i, parts.End, date, date, Unit.Day);
    }
}
