using System.Globalization;
using ChatLeads.Core.Desk;

namespace ChatLeads.Core.Tests.Desk;

public class DigestScheduleTests
{
    private static readonly TimeZoneInfo Madrid = TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid");
    private static readonly TimeZoneInfo Mexico = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    [Theory]
    [InlineData("2026-11-23T07:59Z", "2026-11-23T08:00Z")] // A Monday, before nine in Madrid.
    [InlineData("2026-11-23T08:00Z", "2026-11-30T08:00Z")] // Nine is over.
    [InlineData("2027-03-22T08:00Z", "2027-03-29T07:00Z")] // Summer time began on the 28th.
    public void Every_monday_at_nine(string now, string next) =>
        Assert.Equal(At(next), new DigestSchedule(DayOfWeek.Monday, new TimeOnly(9, 0)).Next(At(now), Madrid));

    [Fact]
    public void Each_has_their_own_clock() =>
        Assert.Equal(At("2026-11-23T15:00Z"), new DigestSchedule(null, new TimeOnly(9, 0)).Next(At("2026-11-23T09:00Z"), Mexico));

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void It_comes_once_a_day_also_at_an_hour_that_is_left_out_or_comes_twice(int month)
    {
        var schedule = new DigestSchedule(null, new TimeOnly(2, 30));
        var time = new DateTimeOffset(2027, month, 1, 0, 0, 0, TimeSpan.Zero);
        List<DateTime> days = [];
        while ((time = schedule.Next(time, Madrid)).Month == month)
            days.Add(TimeZoneInfo.ConvertTime(time, Madrid).Date);

        Assert.Equal(Enumerable.Range(1, 31).Select(day => new DateTime(2027, month, day)), days);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
