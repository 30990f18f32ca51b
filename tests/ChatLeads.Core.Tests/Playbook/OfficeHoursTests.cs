using System.Globalization;
using ChatLeads.Core.Tests.Conversations;

namespace ChatLeads.Core.Tests.Playbooks;

public class OfficeHoursTests
{
    /// <summary>Local times in Madrid; 2026-11-23 is a Monday, 2026-12-08 a holiday.</summary>
    [Theory]
    [InlineData("2026-11-23 10:30", 30, "2026-11-23 11:00")]
    [InlineData("2026-11-23 10:31", 30, "2026-11-23 11:05")]
    [InlineData("2026-11-23 07:00", 30, "2026-11-23 09:30")]
    [InlineData("2026-11-23 17:45", 30, "2026-11-24 next")]
    [InlineData("2026-11-23 20:00", 30, "2026-11-24 next")]
    [InlineData("2026-11-27 18:30", 30, "2026-11-30 next")]
    [InlineData("2026-11-22 12:00", 30, "2026-11-23 next")]
    [InlineData("2026-12-07 19:00", 30, "2026-12-09 next")]
    [InlineData("2026-11-23 10:00", 1080, "2026-11-25 next")]
    public void What_is_promised_falls_into_office_hours(string local, int minutes, string expected)
    {
        var office = Chat.Playbook.Firm.Office;
        var at = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

        var (day, time, sameDay) = office.DoneBy(new DateTimeOffset(at, office.Zone.GetUtcOffset(at)), TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, $"{day:yyyy-MM-dd} {(sameDay ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : "next")}");
        Assert.Equal(sameDay ? time : office.Opens, time);
    }
}
