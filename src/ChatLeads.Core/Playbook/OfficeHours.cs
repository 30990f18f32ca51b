using System.Globalization;

namespace ChatLeads.Core.Playbooks;

/// <summary>When somebody is there to call back.</summary>
public sealed record OfficeHours(
    TimeZoneInfo Zone,
    IReadOnlySet<DayOfWeek> Days,
    TimeOnly Opens,
    TimeOnly Closes,
    IReadOnlySet<DateOnly> Holidays)
{
    private static readonly string[] DayIds = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public bool IsOpen(DateTimeOffset now) => Works(Local(now)) && TimeOfDay(now) >= Opens && TimeOfDay(now) < Closes;

    /// <summary>
    /// The moment by which <paramref name="work"/> of office time will have passed, in local time: today's clock time
    /// where the day is long enough, else the opening of the day on which it ends.
    /// </summary>
    public (DateOnly Day, TimeOnly Time, bool SameDay) DoneBy(DateTimeOffset now, TimeSpan work)
    {
        var day = Local(now);
        var from = Works(day) && TimeOfDay(now) is var time && time < Closes ? Max(time, Opens) : Closes;
        if (from < Closes && Closes - from >= work)
            return (day, RoundUp(from.Add(work)), true);
        var left = work - (Closes - from);
        do
            day = NextWorkingDay(day);
        while ((left -= Closes - Opens) > TimeSpan.Zero);
        return (day, Opens, false);
    }

    /// <summary>When it next opens; null when that is more than a year away.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset now)
    {
        var day = Local(now);
        if (!Works(day) || TimeOfDay(now) >= Opens)
            day = NextWorkingDay(day);
        if (!Works(day))
            return null;
        var opens = day.ToDateTime(Opens);
        return new DateTimeOffset(opens, Zone.GetUtcOffset(opens)).ToUniversalTime();
    }

    /// <summary>The end of the hours that <paramref name="now"/> is in.</summary>
    public DateTimeOffset Closing(DateTimeOffset now)
    {
        var closes = Local(now).ToDateTime(Closes);
        return new DateTimeOffset(closes, Zone.GetUtcOffset(closes)).ToUniversalTime();
    }

    public DateOnly Local(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    private TimeOnly TimeOfDay(DateTimeOffset now) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    private bool Works(DateOnly day) => Days.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    private DateOnly NextWorkingDay(DateOnly day)
    {
        // A calendar of nothing but holidays still comes to an end.
        for (var ahead = 1; ahead <= 400; ahead++)
            if (Works(day.AddDays(ahead)))
                return day.AddDays(ahead);
        return day.AddDays(1);
    }

    private static TimeOnly Max(TimeOnly a, TimeOnly b) => a > b ? a : b;

    /// <summary>People promise by the five minutes.</summary>
    private static TimeOnly RoundUp(TimeOnly time) => new((time.Ticks + FiveMinutes - 1) / FiveMinutes * FiveMinutes % TimeSpan.TicksPerDay);

    private const long FiveMinutes = 5 * TimeSpan.TicksPerMinute;

    internal static OfficeHours Read(DialogNode node)
    {
        node.AllowOnly("phone", "hours", "time_zone", "days", "opens", "closes", "holidays");
        var hours = new OfficeHours(
            ReadZone(node.Require("time_zone")),
            ReadDays(node.Require("days")),
            ReadTime(node.Require("opens")),
            ReadTime(node.Require("closes")),
            (node.Get("holidays")?.Items() ?? []).Select(ReadDate).ToHashSet());
        return hours.Checked(node);
    }

    /// <summary>A person's hours: what the node does not say is as in <paramref name="usual"/>, and its holidays come on top.</summary>
    internal static OfficeHours ReadOwn(DialogNode node, OfficeHours usual) => new OfficeHours(
        node.Get("time_zone") is { } zone ? ReadZone(zone) : usual.Zone,
        node.Get("days") is { } days ? ReadDays(days) : usual.Days,
        node.Get("opens") is { } opens ? ReadTime(opens) : usual.Opens,
        node.Get("closes") is { } closes ? ReadTime(closes) : usual.Closes,
        (node.Get("holidays")?.Items() ?? []).Select(ReadDate).Concat(usual.Holidays).ToHashSet()).Checked(node);

    private OfficeHours Checked(DialogNode node)
    {
        if (Closes <= Opens)
            node.Error("The office closes before it opens.", "Let `closes` be later than `opens`.");
        return this;
    }

    private static HashSet<DayOfWeek> ReadDays(DialogNode node) =>
        node.Items().Select(day => (DayOfWeek)Array.IndexOf(DayIds, day.OneOf(DayIds))).ToHashSet();

    private static TimeZoneInfo ReadZone(DialogNode node)
    {
        var id = node.Text();
        if (id.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        node.Error($"`{id}` is no time zone that this machine knows.", "Write an IANA name such as Europe/Madrid.");
        return TimeZoneInfo.Utc;
    }

    private static TimeOnly ReadTime(DialogNode node)
    {
        if (TimeOnly.TryParseExact(node.Text(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        node.Error("Expected a time of day.", "Write it in quotes with four digits: \"09:00\".");
        return default;
    }

    private static DateOnly ReadDate(DialogNode node)
    {
        if (DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        node.Error("Expected a date.", "Write it as 2026-12-25.");
        return default;
    }
}
