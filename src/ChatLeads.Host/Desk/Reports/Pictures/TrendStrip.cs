using ChatLeads.Core.Funnels;

namespace ChatLeads.Host.Desk.Reports.Pictures;

/// <summary>Leads over the period: by day, or by week or month where there would be too many bars.</summary>
internal static class TrendStrip
{
    public const double Height = 176;
    private const double Margin = Drawing.Margin, Top = 56, Bars = 78;
    private const int MostDays = 45, MostWeeks = 45, DaysOfAWeek = 7;

    public static void Draw(DeskTurn desk, Drawing drawing, double top, FunnelFigures figures)
    {
        var (name, steps) = Steps(figures.Period, figures.LeadsByDay);
        var most = Math.Max(1, steps.Max(step => step.Leads));
        var wide = (Drawing.Width - 2 * Margin) / steps.Count;
        drawing.Bar(Margin, top + 4, Drawing.Width - 2 * Margin, 1, Drawing.Track);
        drawing.Text(desk.Words(name), Margin, top + 28, 16, Drawing.Ink, bold: true);
        var highest = steps.FindIndex(step => step.Leads == most);
        for (var number = 0; number < steps.Count; number++)
        {
            var (x, high) = (Margin + number * wide, Bars * steps[number].Leads / most);
            drawing.Bar(x, top + Top + Bars, wide - 2, 1, Drawing.Track);
            drawing.Bar(x, top + Top + Bars - high, Math.Max(1, wide - 2), high, Drawing.Now);
            if (number == highest || steps.Count <= 12 && steps[number].Leads > 0)
                drawing.Text(Figures.Number(desk, steps[number].Leads), x + wide / 2 - 1, top + Top + Bars - high - 9, 13, Drawing.Ink, at: ScottPlot.Alignment.MiddleCenter);
        }
        drawing.Text(Day(steps[0].From), Margin, top + Top + Bars + 16, 13, Drawing.Faint);
        if (steps.Count > 1)
            drawing.Text(Day(steps[^1].From), Drawing.Width - Margin, top + Top + Bars + 16, 13, Drawing.Faint, at: ScottPlot.Alignment.MiddleRight);

        string Day(DateOnly day) => day.ToString(name == ReportText.LeadsByMonth ? "MMM yyyy" : "d MMM", desk.Culture);
    }

    private static (ReportText Name, List<(DateOnly From, int Leads)> Steps) Steps(Period period, IReadOnlyDictionary<DateOnly, int> byDay)
    {
        var days = Enumerable.Range(0, period.Days).Select(number => period.From.AddDays(number));
        return period.Days <= MostDays ? (ReportText.LeadsByDay, By(day => day))
            : period.Days <= MostWeeks * DaysOfAWeek ? (ReportText.LeadsByWeek, By(day => day.AddDays(-(((int)day.DayOfWeek + 6) % DaysOfAWeek))))
            : (ReportText.LeadsByMonth, By(day => new DateOnly(day.Year, day.Month, 1)));

        List<(DateOnly, int)> By(Func<DateOnly, DateOnly> step) =>
            [.. days.GroupBy(step).Select(same => (same.Key, same.Sum(day => byDay.GetValueOrDefault(day))))];
    }
}
