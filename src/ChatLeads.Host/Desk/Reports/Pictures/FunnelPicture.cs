using ChatLeads.Core.Conversations;
using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;

namespace ChatLeads.Host.Desk.Reports.Pictures;

/// <summary>The stages as bars with their numbers, the period compared with as lighter bars, and below how many leads came in.</summary>
internal static class FunnelPicture
{
    private const double Margin = Drawing.Margin, Head = 86, Row = 84, Room = 62;

    public static Picture Of(DeskTurn desk, FunnelFigures figures)
    {
        var title = FunnelText.Title(desk, figures);
        var (now, before) = (figures.Whole.Total, figures.Before.Total);
        using var drawing = new Drawing(Head + Row * Figures.Stages.Count + TrendStrip.Height);
        drawing.Head(title, desk.Words(ReportText.PictureAgainst, ("before", ReportPeriods.Words(desk, figures.Before.Period))));
        var most = Math.Max(1, Figures.Stages.Max(stage => Math.Max(now[stage.Stage], before[stage.Stage])));
        foreach (var ((stage, name), row) in Figures.Stages.Select((stage, row) => (stage, row)))
            Stage(desk, drawing, Head + row * Row, desk.Words(name), stage, figures, most);
        TrendStrip.Draw(desk, drawing, Head + Row * Figures.Stages.Count, figures);
        var parts = Figures.Stages.Select(stage => $"{desk.Words(stage.Name)} {Figures.Number(desk, now[stage.Stage])} ({Figures.Number(desk, before[stage.Stage])})");
        return new Picture(drawing.Png(), desk.Words(ReportText.FunnelAlt, ("title", title), ("parts", string.Join(", ", parts))));
    }

    private static void Stage(DeskTurn desk, Drawing drawing, double top, string name, Stage stage, FunnelFigures figures, int most)
    {
        var (now, before) = (figures.Whole.Total, figures.Before.Total);
        drawing.Text(name, Margin, top + 12, 16, Drawing.Ink, bold: true);
        drawing.Text(Shares(desk, now, stage), Drawing.Width - Margin, top + 12, 14, Drawing.Faint, at: ScottPlot.Alignment.MiddleRight);
        Bar(now[stage], top + 26, 28, Drawing.Now, 18, Drawing.Ink, true);
        Bar(before[stage], top + 57, 12, Drawing.Before, 13, Drawing.Faint, false);

        void Bar(int count, double y, double thickness, ScottPlot.Color color, float size, ScottPlot.Color ink, bool bold)
        {
            var width = Math.Max(count > 0 ? 3 : 1, (Drawing.Width - 2 * Margin - Room) * count / most);
            drawing.Bar(Margin, y, width, thickness, color);
            drawing.Text(Figures.Number(desk, count), Margin + width + 8, y + thickness / 2, size, ink, bold);
        }
    }

    private static string Shares(DeskTurn desk, FunnelCounts now, Stage stage)
    {
        if (now.Conversion(stage) is not { } share)
            return "";
        var previous = desk.Words(ReportText.OfPrevious, ("share", Figures.Share(desk, share)));
        return now.Contacts == 0 || stage == Core.Leads.Stage.Lead
            ? previous
            : $"{previous} · {desk.Words(ReportText.OfFirst, ("share", Figures.Share(desk, (double)now[stage] / now.Contacts)))}";
    }
}
