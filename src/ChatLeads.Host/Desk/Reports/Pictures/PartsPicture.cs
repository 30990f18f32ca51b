using ChatLeads.Core.Conversations;

namespace ChatLeads.Host.Desk.Reports.Pictures;

/// <summary>A split funnel: each part's leads, and how many became customers.</summary>
internal static class PartsPicture
{
    public static Picture Of(DeskTurn desk, FunnelFigures figures)
    {
        var rows = figures.Parts().Select(part => new BarRow(
            Figures.Part(desk, figures.Split!.By!.Value, part.Name),
            part.Now.Leads,
            part.Before.Leads,
            $"{desk.Words(ReportText.Customers)} {Figures.Number(desk, part.Now.Customers)} · {Figures.Share(desk, part.Now.Overall)}"));
        return BarsPicture.Of(desk, FunnelText.Title(desk, figures), ReportPeriods.Words(desk, figures.Before.Period), [.. rows]);
    }
}
