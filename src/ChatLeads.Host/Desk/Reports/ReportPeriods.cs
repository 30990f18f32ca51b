using ChatLeads.Core.Funnels;
using ChatLeads.Storage;
using Asked = ChatLeads.Core.Desk.Period;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>The periods of reports, and how they are said.</summary>
internal static class ReportPeriods
{
    private const int UsualDays = 30;

    /// <summary>What was asked for; else the last days up to today.</summary>
    public static Period Of(DeskTurn desk, Asked? asked) =>
        asked is null ? new Period(desk.Today.AddDays(1 - UsualDays), desk.Today) : new Period(asked.From, asked.To);

    public static Period Before(Period period, Asked? compare) => compare is null ? period.Before : new Period(compare.From, compare.To);

    /// <summary>As short as it can be: <c>octubre de 2026</c>, <c>1–22 nov 2026</c>, <c>2025</c>.</summary>
    public static string Words(DeskTurn desk, Period period)
    {
        var (from, to) = (period.From, period.To);
        var sameYear = from.Year == to.Year;
        if (period.IsWholeMonths && sameYear)
            return from.Month == to.Month ? Say(to, "Y") : period.Days > 364 ? $"{to.Year}" : $"{Say(from, "MMMM")}–{Say(to, "Y")}";
        return from == to ? Day(desk, to)
            : sameYear && from.Month == to.Month ? $"{from.Day}–{Day(desk, to)}"
            : sameYear ? $"{Say(from, "d MMM")} – {Day(desk, to)}"
            : $"{Day(desk, from)} – {Day(desk, to)}";

        string Say(DateOnly day, string format) => day.ToString(format, desk.Culture);
    }

    public static string Day(DeskTurn desk, DateOnly day) => day.ToString("d MMM yyyy", desk.Culture);

    /// <summary>Where there is nothing to tell: what there is.</summary>
    public static string Nothing(DeskTurn desk, Period period) => FunnelStore.FirstDay(desk.Db) switch
    {
        null => desk.Words(ReportText.NothingYet),
        { } first when first > period.To => desk.Words(ReportText.NothingInSince, ("period", Words(desk, period)), ("day", Day(desk, first))),
        _ => desk.Words(ReportText.NothingIn, ("period", Words(desk, period))),
    };
}
