namespace ChatLeads.Core.Desk.Parsing;

/// <summary>Which of the periods said is the one asked for, and which the one to compare with.</summary>
internal sealed record Comparison(Period? Period, Period? Compare)
{
    /// <param name="before">The period of the request that this one follows, if any.</param>
    public static Comparison Of(Sentence sentence, IReadOnlyList<FoundPeriod> periods, Period? before, DateOnly today)
    {
        var versus = sentence.First(Classes.Versus);
        var verb = sentence.First(Classes.CompareVerb);
        if (versus is null && verb is null)
            return new Comparison(periods is [var only, ..] ? only.Period : null, null);

        var mark = versus ?? sentence.All("compare_with").LastOrDefault(with => with.Start >= verb!.End);
        var first = periods.FirstOrDefault(period => mark is null || period.Start < mark.Start);
        if (mark is null && first is not null && periods.Count == 1 && before is not null)
            first = null;
        var second = periods.FirstOrDefault(period => period != first && (first is null || period.Start >= first.End));
        var main = first?.Period ?? before;
        var relative = mark is null ? null : Relative(sentence, mark.End, main, first?.Unit ?? UnitOf(before, today), today);
        var compare = relative ?? (second is null ? null : Fit(main, second.Period, second.Unit, today));
        return new Comparison(first?.Period, compare);
    }

    /// <summary>"the one before", "the month before", "same month last year": seen from the main period.</summary>
    private static Period? Relative(Sentence sentence, int at, Period? main, Unit unit, DateOnly today)
    {
        at = sentence.SkipAll(at, Classes.Of, Classes.Article);
        if (main is null)
            return null;
        if (sentence.At(at, Classes.SameLastYear) is not null)
            return new Period(main.From.AddYears(-1), main.To.AddYears(-1));
        if (sentence.Digits(at) is not null && (sentence.At(at + 1, Classes.Before) ?? sentence.At(sentence.Skip(at + 1, Classes.Unit), Classes.Before)) is not null
            || sentence.At(at, Classes.Before) is { } earlier && sentence.Digits(earlier.End) is not null)
            return new Period(main.From.AddDays(-main.Days), main.From.AddDays(-1));
        var named = sentence.At(at, Classes.Unit);
        var which = sentence.At(at, Classes.Before) ?? (named is null ? null : sentence.At(named.End, Classes.Before)) ?? (named is null ? sentence.At(at, Classes.Last) ?? sentence.At(at, Classes.LastAfter) : null);
        if (which is null)
            return null;
        named ??= sentence.At(which.End, Classes.Unit);
        if (which.Class != Classes.Before && (named is not null || sentence.Integer(which.End) is not null))
            return null;
        if (named is not null && Enum.Parse<Unit>(named.Value, true) is var said && said != unit)
            return said == Unit.Year && unit is not Unit.None ? new Period(main.From.AddYears(-1), main.To.AddYears(-1)) : null;
        return unit is Unit.None or Unit.Day
            ? new Period(main.From.AddDays(-main.Days), main.From.AddDays(-1))
            : Fit(main, Calendar.Ago(main.From, 1, unit), unit, today);
    }

    /// <summary>Beside a unit that is not over yet, the same number of days of the one before.</summary>
    private static Period Fit(Period? main, Period compare, Unit unit, DateOnly today)
    {
        if (main is null || unit == Unit.None || main.To != today || main.From != Calendar.StartOf(today, unit) || compare.From >= main.From
            || Calendar.Whole(compare.From, unit) != compare || Calendar.Whole(main.From, unit).To == today)
            return compare;
        var to = compare.From.AddDays(main.Days - 1);
        return compare with { To = to < compare.To ? to : compare.To };
    }

    private static Unit UnitOf(Period? period, DateOnly today) => period is null
        ? Unit.None
        : Enum.GetValues<Unit>().LastOrDefault(unit => unit != Unit.None && Calendar.Begun(period.From, unit, today) == period && Calendar.StartOf(period.From, unit) == period.From);
}
