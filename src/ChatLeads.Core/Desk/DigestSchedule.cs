namespace ChatLeads.Core.Desk;

/// <summary>When a staff member gets a digest.</summary>
/// <param name="On">Null: every day.</param>
/// <param name="At">On their own clock.</param>
public sealed record DigestSchedule(DayOfWeek? On, TimeOnly At)
{
    /// <summary>
    /// The first time after <paramref name="now"/>: once on each day of it, also where clocks change. A time that a spring day
    /// leaves out comes an hour later by the clock.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (true)
        {
            var local = day.ToDateTime(At);
            // Of a time that does not exist or exists twice this is the standard offset.
            var time = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            if (time > now && (On is null || On == day.DayOfWeek))
                return time;
            day = day.AddDays(1);
        }
    }
}
