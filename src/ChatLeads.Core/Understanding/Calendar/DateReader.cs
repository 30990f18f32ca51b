namespace ChatLeads.Core.Understanding;

/// <summary>A date or stretch of time that a message names, with the words around it that bend it.</summary>
internal readonly record struct NamedDate(DateOnly End, int StartToken, int EndToken, bool HasPreposition);

/// <summary>Names of days, months, quarters, seasons, holidays and years, counted from today.</summary>
internal readonly struct DateReader(Message message)
{
    private readonly Token[] tokens = message.Tokens;
    private readonly DateOnly today = message.Request.Today;
    private readonly DateModifiers around = new(message);

    /// <summary>The date that is named at a token, or null.</summary>
    public NamedDate? Read(int at) =>
        !tokens[at].IsNumber && (tokens[at].Word.Opens & message.Lexicon.DateOpeners) == 0 ? null
        : Duration(at) ?? Numeric(at) ?? MonthName(at) ?? DayOfMonth(at) ?? PartOfYear(at) ?? Holiday(at) ?? RelativeUnit(at) ?? Weekday(at) ?? YearNumber(at);

    /// <summary>"in 3 months", "dentro de un año", "2-3 semanas", "un mes y medio".</summary>
    private NamedDate? Duration(int at)
    {
        if (Quantity(at) is not var (amount, next) || next >= tokens.Length)
            return null;
        if (Ranges.LinkAfter(message, at, next) is > 0 and var second && second < tokens.Length && Quantity(second) is var (last, after))
            (amount, next) = (last, after);
        while (next < tokens.Length && (message.Is("money.of", next) || message.Is("date.more", next)))
            next++;
        if (next >= tokens.Length || message.Lexicon["unit"].Find(tokens, next) is not var (end, unit) || amount > 1000)
            return null;
        if (end + 1 < tokens.Length && message.Is("joiner", end) && message.Lexicon["half"].Find(tokens, end + 1) is { } half)
            (amount, end) = (amount + 0.5m, half.End);
        if (around.IsPast(at, end) || IsDuring(at, end) || around.Part(at) is DatePart.Start or DatePart.End)
            return null;
        return new NamedDate(Units.Add(today, unit, amount), around.Start(at), end, around.HasPreposition(at) || message.InClause("date.tied", at) || IsAhead(end));
    }

    /// <summary>"a year from now", "march-ish", "june at the latest".</summary>
    private bool IsAhead(int end) => message.StartingAt("date.ahead", message.IsMark(end, "-") ? end + 1 : end) is not null;

    /// <summary>"for two years" is how long, unless they are tied to something for so long; "over a year from now" is when.</summary>
    private bool IsDuring(int at, int end) =>
        !(message.EndingAt("bound.min", at) is not null && (IsAhead(end) || message.Asks(Leads.Field.Timeline)))
        && (message.EndingAt("date.during", at) ?? (message.Is("date.more", at - 1) ? message.EndingAt("date.during", at - 1) : null)) is not null && !message.InClause("date.tied", at);

    private (decimal Amount, int Next)? Quantity(int at)
    {
        if (message.Lexicon["half"].Find(tokens, at) is { } half && half.End < tokens.Length && message.Lexicon["unit"].Find(tokens, half.End) is not null)
            return (0.5m, half.End);
        if (message.Lexicon["vague"].Find(tokens, at) is { } vague)
            return (decimal.Parse(vague.Value, System.Globalization.CultureInfo.InvariantCulture), vague.End);
        if (Numbers.Read(message, at) is { Slang: null } number)
            return (number.Value, number.End);
        // "En año y medio".
        if (message.Lexicon["unit"].Find(tokens, at) is { } unit && message.Is("joiner", unit.End) && unit.End + 1 < tokens.Length && message.Lexicon["half"].Find(tokens, unit.End + 1) is not null)
            return (1, at);
        return message.Is("one", at) && !around.IsRelative(at + 1) ? (1, at + 1) : null;
    }

    /// <summary>"15/01/2027", month first in the US.</summary>
    private NamedDate? Numeric(int at)
    {
        if (at + 2 >= tokens.Length || !tokens[at].IsNumber || !message.IsMark(at + 1, "/") || !tokens[at + 2].IsNumber)
            return null;
        var (first, second) = (Small(at), Small(at + 2));
        var (day, month) = message.Request.Region is "US" ? (second, first) : (first, second);
        if (day is < 1 or > 31 || month is < 1 or > 12)
            return null;
        var hasYear = at + 4 < tokens.Length && message.IsMark(at + 3, "/") && tokens[at + 4].IsNumber;
        var year = hasYear ? Small(at + 4) is < 100 and var two ? 2000 + two : Small(at + 4) : 0;
        return OnDay(month, day, year is >= 2000 and < 2100 ? year : null) is { } date
            ? new NamedDate(around.Bend(DateSpan.Day(date), at).End, around.Start(at), at + (hasYear ? 5 : 3), around.HasPreposition(at)) : null;
    }

    private NamedDate? MonthName(int at)
    {
        if (message.Lexicon["month"].Value(tokens[at]) is not { } value)
            return null;
        var month = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var (start, day) = DayBefore(at);
        var end = at + 1;
        if (day == 0 && end < tokens.Length && Small(end) is >= 1 and <= 31 and var after && message.Lexicon["people"].Find(tokens, end + 1) is null)
            (day, end) = (after, end + (message.Is("ordinal.suffix", end + 1) ? 2 : 1));
        var (year, last) = around.YearAfter(end);
        if (message.Is("date.ambiguous", at) && day == 0 && year is null && !IsAhead(end) && !around.HasPreposition(start) && around.Part(start) == DatePart.Whole && !message.Asks(Leads.Field.Timeline))
            return null;
        if (around.IsPast(start, last))
            return null;
        if (day > 0)
            return OnDay(month, day, year) is { } date ? new NamedDate(around.Bend(DateSpan.Day(date), start).End, around.Start(start), last, true) : null;
        var span = DateSpan.Month(year ?? today.Year, month);
        if (year is null && (span.End < today || around.IsNext(at, end) && span.Start <= today))
            span = DateSpan.Month(today.Year + 1, month);
        return span.End < today ? null : new NamedDate(around.Bend(span, start).End, around.Start(start), last, around.HasPreposition(start) || year is not null || IsAhead(end));
    }

    /// <summary>"15 de enero", "the 3rd of May".</summary>
    private (int Start, int Day) DayBefore(int at)
    {
        var before = at - 1;
        if (message.Is("money.of", before))
            before--;
        if (message.Is("ordinal.suffix", before))
            before--;
        return before >= 0 && Small(before) is >= 1 and <= 31 and var day ? (before, day) : (at, 0);
    }

    /// <summary>"by the 15th", "para el dia 15": the next such day.</summary>
    private NamedDate? DayOfMonth(int at)
    {
        var suffix = message.Is("ordinal.suffix", at + 1) && tokens[at + 1].Glued;
        if (Small(at) is not (>= 1 and <= 31 and var day) || !suffix && (at == 0 || message.Lexicon["unit"].Value(tokens[at - 1]) != "day") || !around.HasPreposition(at) && !OfNextMonth(at))
            return null;
        var month = day > today.Day && !OfNextMonth(at) ? today : today.AddMonths(1);
        var date = new DateOnly(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
        return new NamedDate(around.Bend(DateSpan.Day(date), at).End, around.Start(at), OfNextMonth(at) ? Math.Min(at + 6, tokens.Length) : suffix ? at + 2 : at + 1, true);
    }

    /// <summary>"the 15th of next month", "el dia 15 del mes que viene".</summary>
    private bool OfNextMonth(int at)
    {
        for (var unit = at + 1; unit < Math.Min(at + 6, tokens.Length); unit++)
        {
            if (message.Lexicon["unit"].Value(tokens[unit]) == "month")
                return around.IsNext(unit, unit + 1);
        }
        return false;
    }

    private DateOnly? OnDay(int month, int day, int? year)
    {
        var date = DateSpan.Month(year ?? today.Year, month).Start.AddDays(Math.Min(day, DateTime.DaysInMonth(year ?? today.Year, month)) - 1);
        if (date >= today)
            return date;
        return year is null ? date.AddYears(1) : null;
    }

    /// <summary>"Q3", "tercer trimestre", "second half of the year".</summary>
    private NamedDate? PartOfYear(int at)
    {
        var (months, number, end) = Parts.Read(message, at);
        if (number == 0 || around.IsPast(at, end))
            return null;
        var (year, last) = around.YearAfter(end);
        var span = DateSpan.Part(year ?? today.Year, number, months);
        if (year is null && span.End < today)
            span = DateSpan.Part(today.Year + 1, number, months);
        return span.End < today ? null : new NamedDate(around.Bend(span, at).End, around.Start(at), last, true);
    }

    /// <summary>Seasons, holidays and the fiscal year.</summary>
    private NamedDate? Holiday(int at)
    {
        foreach (var section in (ReadOnlySpan<string>)["holiday", "season", "fiscal"])
        {
            if (message.Lexicon[section].Find(tokens, at) is not var (end, rules))
                continue;
            var isNext = around.IsNext(at, end);
            var (year, last) = around.YearAfter(end);
            var part = around.Part(at);
            var span = Holidays.Next(rules, message.Request.Region, today, message.Lexicon["table"], isNext && section == "season");
            // Who says "in the autumn" late in autumn means the next.
            if (part == DatePart.Before && span is { } begun && begun.Start <= today)
                span = Holidays.Next(rules, message.Request.Region, today, message.Lexicon["table"], true);
            if (section == "season" && span is { } current && part == DatePart.Whole && !around.IsThis(at) && current.IsLate(today))
                span = Holidays.Next(rules, message.Request.Region, today, message.Lexicon["table"], true);
            if (year is { } named)
                span = Holidays.In(Holidays.For(rules, message.Request.Region), named, message.Lexicon["table"]) ?? span;
            if (span is not { } found || around.IsPast(at, last))
                return null;
            if (section == "fiscal" && isNext && part != DatePart.Start)
                found = new DateSpan(found.End.AddDays(1), found.End.AddYears(1));
            else if (section == "fiscal" && (isNext || part == DatePart.Start))
                found = new DateSpan(found.End.AddDays(1), found.End.AddDays(30));
            var isNamed = around.HasPreposition(at) || isNext || part != DatePart.Whole || year is not null;
            return new NamedDate(around.Bend(found, at).End, around.Start(at), last, isNamed);
        }
        return null;
    }

    /// <summary>"next month", "el trimestre que viene", "fin de año", "this week".</summary>
    private NamedDate? RelativeUnit(int at)
    {
        if (message.Lexicon["unit"].Find(tokens, at) is not var (end, unit))
            return null;
        var (next, part) = (around.IsNext(at, end), around.Part(at));
        if (!next && !around.IsThis(at) && part == DatePart.Whole || around.IsPast(at, end))
            return null;
        var span = Units.Current(today, unit);
        if (next)
            span = Units.Current(span.End.AddDays(1), unit);
        var bent = around.Bend(span, at);
        if (bent.End < today)
            bent = around.Bend(Units.Current(span.End.AddDays(1), unit), at);
        return new NamedDate(bent.End, around.Start(at), around.EndAfterNext(end), true);
    }

    private NamedDate? Weekday(int at) =>
        message.Lexicon["weekday"].Contains(tokens[at]) && (around.HasPreposition(at) || around.IsNext(at, at + 1) || around.IsThis(at)) && !around.IsPast(at, at + 1)
            ? new NamedDate(today.AddDays(7), around.Start(at), at + 1, true) : null;

    private NamedDate? YearNumber(int at)
    {
        if (!tokens[at].IsNumber || tokens[at].Norm.Length != 4 || Small(at) is not (>= 2000 and < 2100 and var year) || year < today.Year)
            return null;
        var named = around.HasPreposition(at) || around.Part(at) != DatePart.Whole || message.Asks(Leads.Field.Timeline);
        return named && !around.IsPast(at, at + 1)
            ? new NamedDate(around.Bend(DateSpan.Year(year), at).End, around.Start(at), at + 1, around.HasPreposition(at)) : null;
    }

    private int Small(int at) =>
        at < tokens.Length && tokens[at].IsNumber && int.TryParse(tokens[at].Norm, out var value) ? value : 0;
}
