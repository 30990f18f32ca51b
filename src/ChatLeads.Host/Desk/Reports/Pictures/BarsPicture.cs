using ChatLeads.Core.Conversations;

namespace ChatLeads.Host.Desk.Reports.Pictures;

/// <param name="Note">What else there is to say of it, at the right.</param>
internal sealed record BarRow(string Name, int Now, int Before, string Note);

/// <summary>Parts side by side, the largest first.</summary>
internal static class BarsPicture
{
    private const double Margin = Drawing.Margin, Head = 86, Row = 72, Foot = 14, Room = 62;
    private const int MostRows = 10, LongestName = 22;

    /// <param name="before">What the lighter bars are.</param>
    public static Picture Of(DeskTurn desk, string title, string before, IReadOnlyList<BarRow> rows)
    {
        var shown = rows.Take(MostRows).ToList();
        using var drawing = new Drawing(Head + Row * shown.Count + Foot);
        drawing.Head(title, $"{desk.Words(ReportText.Leads)} · {desk.Words(ReportText.PictureAgainst, ("before", before))}");
        var most = Math.Max(1, shown.Max(row => Math.Max(row.Now, row.Before)));
        for (var number = 0; number < shown.Count; number++)
            Draw(desk, drawing, Head + number * Row, shown[number], most);
        var parts = shown.Select(row => $"{row.Name} {Figures.Number(desk, row.Now)}{(row.Note.Length > 0 ? $", {row.Note}" : "")}");
        return new Picture(drawing.Png(), desk.Words(ReportText.BarsAlt, ("title", title), ("parts", string.Join("; ", parts))));
    }

    private static void Draw(DeskTurn desk, Drawing drawing, double top, BarRow row, int most)
    {
        drawing.Text(row.Name.Length > LongestName ? $"{row.Name[..(LongestName - 1)]}…" : row.Name, Margin, top + 10, 16, Drawing.Ink, bold: true);
        drawing.Text(row.Note, Drawing.Width - Margin, top + 10, 14, Drawing.Faint, at: ScottPlot.Alignment.MiddleRight);
        Bar(row.Now, top + 22, 22, Drawing.Now, 16, Drawing.Ink, true);
        Bar(row.Before, top + 46, 10, Drawing.Before, 12, Drawing.Faint, false);

        void Bar(int count, double y, double thickness, ScottPlot.Color color, float size, ScottPlot.Color ink, bool bold)
        {
            var width = Math.Max(count > 0 ? 3 : 1, (Drawing.Width - 2 * Margin - Room) * count / most);
            drawing.Bar(Margin, y, width, thickness, color);
            drawing.Text(Figures.Number(desk, count), Margin + width + 8, y + thickness / 2, size, ink, bold);
        }
    }
}
