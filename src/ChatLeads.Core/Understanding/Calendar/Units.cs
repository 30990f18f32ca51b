namespace ChatLeads.Core.Understanding;

/// <summary>Days, weeks, months and years by their ids in the lexicon.</summary>
internal static class Units
{
    public static DateOnly Add(DateOnly day, string unit, decimal amount)
    {
        var days = (int)Math.Ceiling(amount * 30 % 30);
        return unit switch
        {
            "hour" => day,
            "day" => day.AddDays((int)amount),
            "week" => day.AddDays((int)(amount * 7)),
            "fortnight" => day.AddDays((int)(amount * 14)),
            "month" => day.AddMonths((int)amount).AddDays(days),
            "quarter" => day.AddMonths((int)(amount * 3)),
            "half" => day.AddMonths((int)(amount * 6)),
            _ => day.AddMonths((int)(amount * 12)),
        };
    }

    /// <summary>The week, month or year that a day stands in.</summary>
    public static DateSpan Current(DateOnly day, string unit)
    {
        switch (unit)
        {
            case "week":
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return new DateSpan(monday, monday.AddDays(6));
            case "fortnight":
                return new DateSpan(day, day.AddDays(14));
            case "month":
                return DateSpan.Month(day.Year, day.Month);
            case "quarter":
                return DateSpan.Part(day.Year, (day.Month + 2) / 3, 3);
            case "half":
                return DateSpan.Part(day.Year, (day.Month + 5) / 6, 6);
            case "year":
                return DateSpan.Year(day.Year);
            default:
                return DateSpan.Day(day);
        }
    }
}

/// <summary>Quarters and halves of a year by number.</summary>
internal static class Parts
{
    /// <summary>How many months, which one (0: none is named), and the token after.</summary>
    public static (int Months, int Number, int End) Read(Message message, int at)
    {
        var tokens = message.Tokens;
        if (message.Lexicon["quarter"].Find(tokens, at) is var (quarterEnd, quarter))
            return (3, quarter[0] - '0', quarterEnd);
        if (message.Lexicon["half.year"].Find(tokens, at) is var (halfEnd, half))
            return (6, half[0] - '0', halfEnd);
        if (message.Lexicon["ordinal"].Find(tokens, at) is not var (end, ordinal) || end >= tokens.Length)
            return default;
        if (message.Lexicon["unit"].Find(tokens, end) is not var (after, unit) || unit is not ("quarter" or "half"))
            return default;
        var number = ordinal[0] - '0';
        return unit == "quarter" && number <= 4 ? (3, number, after) : unit == "half" && number <= 2 ? (6, number, after) : default;
    }
}
