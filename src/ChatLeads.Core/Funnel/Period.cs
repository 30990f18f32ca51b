namespace ChatLeads.Core.Funnels;

/// <summary>Days, both ends included, in the firm's time zone.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    private const int DaysOfAWeek = 7;
    private const int LongestBeginning = 3;

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Whole months, from a first to a last day.</summary>
    public bool IsWholeMonths => From.Day == 1 && To.AddDays(1).Day == 1;

    private int Months => (To.Year - From.Year) * 12 + To.Month - From.Month + 1;

    /// <summary>
    /// What one compares with: as many whole months before; the same days of the month, quarter, year or week before; else as
    /// many days just before.
    /// </summary>
    public Period Before =>
        From is { Month: 1, Day: 1 } && Months is > LongestBeginning and <= 12 ? new(From.AddYears(-1), To.AddYears(-1))
        : IsWholeMonths ? new(From.AddMonths(-Months), From.AddDays(-1))
        : From.Day == 1 ? new(From.AddMonths(-Months), To.AddMonths(-Months))
        : From.DayOfWeek == DayOfWeek.Monday && Days < DaysOfAWeek ? new(From.AddDays(-DaysOfAWeek), To.AddDays(-DaysOfAWeek))
        : new(From.AddDays(-Days), From.AddDays(-1));
}
