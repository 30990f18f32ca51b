using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>The funnel as short lines that read well on a phone.</summary>
internal static class FunnelText
{
    private const int MostParts = 12;
    private const int MostReasons = 4;

    public static string Title(DeskTurn desk, FunnelFigures figures) =>
        desk.Words(figures.ByActivity ? ReportText.ActivityTitle : ReportText.FunnelTitle, ("period", ReportPeriods.Words(desk, figures.Period)));

    public static string Of(DeskTurn desk, FunnelFigures figures) => string.Join('\n', figures.Split is null ? Whole(desk, figures) : Parts(desk, figures));

    private static IEnumerable<string> Whole(DeskTurn desk, FunnelFigures figures)
    {
        List<string?> lines =
        [
            Title(desk, figures),
            desk.Words(figures.ByActivity ? ReportText.ActivityLegend : ReportText.FunnelLegend, ("before", ReportPeriods.Words(desk, figures.Before.Period))),
            "",
            .. Figures.Stages.Select(stage => Line(desk, figures, stage.Stage, desk.Words(stage.Name))),
            "",
            figures.ByActivity ? null : Overall(desk, figures),
            Time(desk, figures),
            Left(desk, figures, Stage.Lost),
            Left(desk, figures, Stage.Disqualified),
            Refusals(desk, figures.Whole.Total.Refusals),
            figures.ByActivity ? null : Activity(desk, figures.Activity.Total),
        ];
        return lines.OfType<string>();
    }

    private static IEnumerable<string> Parts(DeskTurn desk, FunnelFigures figures)
    {
        var by = figures.Split!.By!.Value;
        var parts = figures.Parts().ToList();
        yield return Title(desk, figures);
        yield return desk.Words(Enum.Parse<ReportText>($"By{by}"));
        yield return desk.Words(ReportText.PartsLegend, ("before", ReportPeriods.Words(desk, figures.Before.Period)));
        yield return "";
        foreach (var (name, now, before) in parts.Take(MostParts))
            yield return Part(desk, Figures.Part(desk, by, name), now, before);
        if (parts.Count > MostParts)
            yield return desk.Words(ReportText.MoreParts, ("count", Figures.Number(desk, parts.Count - MostParts)));
        yield return "";
        yield return Part(desk, desk.Words(ReportText.Total), figures.Whole.Total, figures.Before.Total);
    }

    private static string Part(DeskTurn desk, string name, FunnelCounts now, FunnelCounts before)
    {
        var line = desk.Words(ReportText.PartLine, ("part", name), ("counts", Counts(desk, now)), ("share", Figures.Share(desk, now.Overall)));
        return before.Leads == 0 ? line
            : $"{line}\n{desk.Words(ReportText.PartBefore, ("counts", Counts(desk, before)), ("share", Figures.Share(desk, before.Overall)))}";
    }

    private static string Counts(DeskTurn desk, FunnelCounts counts) =>
        string.Join(" → ", LeadPath.Order.Select(stage => Figures.Number(desk, counts[stage])));

    private static string Line(DeskTurn desk, FunnelFigures figures, Stage stage, string name)
    {
        var (now, before) = (figures.Whole.Total, figures.Before.Total);
        var (count, was) = (("count", Figures.Number(desk, now[stage])), ("before", Figures.Number(desk, before[stage])));
        return stage == Stage.Contact
            ? desk.Words(ReportText.StageCount, ("stage", name), count, was)
            : desk.Words(ReportText.StageShare, ("stage", name), count, was, ("share", Figures.Share(desk, now.Conversion(stage))));
    }

    private static string Overall(DeskTurn desk, FunnelFigures figures) => desk.Words(
        ReportText.Overall,
        ("share", Figures.Share(desk, figures.Whole.Total.Overall)),
        ("before", Figures.Share(desk, figures.Before.Total.Overall)));

    private static string? Time(DeskTurn desk, FunnelFigures figures) => figures.DaysToConvert is { } days
        ? desk.Words(ReportText.TimeToConvert, ("time", Figures.Days(desk, days)), ("count", Figures.Number(desk, figures.Whole.Total.Customers)))
        : null;

    /// <summary>Where they were lost, and why: the commonest reasons.</summary>
    private static string? Left(DeskTurn desk, FunnelFigures figures, Stage to)
    {
        var exits = figures.Exits.Parts.Select(part => (Exit: ExitPart.Read(part.Name), Count: part.Counts[to])).Where(exit => exit.Exit.To == to && exit.Count > 0);
        var places = exits.GroupBy(exit => exit.Exit.At).OrderBy(place => place.Key).Select(place => desk.Words(
            ReportText.LeftAt,
            ("stage", desk.Cards.Stage(place.Key, desk.Language)),
            ("reasons", string.Join(", ", place.OrderByDescending(exit => exit.Count).Take(MostReasons).Select(exit => Reason(desk, exit.Exit.Reason, exit.Count))))));
        return figures.Whole.Total[to] == 0 ? null : desk.Words(
            to == Stage.Lost ? ReportText.Lost : ReportText.Disqualified,
            ("count", Figures.Number(desk, figures.Whole.Total[to])),
            ("places", string.Concat(places.Select(place => $"\n   {place}"))));
    }

    private static string Reason(DeskTurn desk, string reason, int count) =>
        $"{(reason.Length == 0 ? desk.Words(ReportText.NoReason) : reason)} {Figures.Number(desk, count)}";

    private static string? Refusals(DeskTurn desk, int count) =>
        count == 0 ? null : desk.Words(ReportText.Refusals, ("count", Figures.Number(desk, count)));

    private static string Activity(DeskTurn desk, FunnelCounts activity) => desk.Words(
        ReportText.Activity,
        ("sql", Figures.Number(desk, activity.Sql)),
        ("opportunities", Figures.Number(desk, activity.Opportunities)),
        ("customers", Figures.Number(desk, activity.Customers)));
}
