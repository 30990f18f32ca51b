using ChatLeads.Core.Funnels;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>What each source brought and cost, in two short lines each.</summary>
internal static class SourcesText
{
    public static string Title(DeskTurn desk, Period period) => desk.Words(ReportText.SourcesTitle, ("period", ReportPeriods.Words(desk, period)));

    public static string Of(DeskTurn desk, Period period, Period before, IReadOnlyList<SourceRow> rows, IReadOnlyDictionary<string, SourceRow> was)
    {
        List<string> lines = [Title(desk, period), desk.Words(ReportText.SourcesLegend, ("before", ReportPeriods.Words(desk, before))), ""];
        foreach (var row in rows)
            lines.AddRange([Brought(desk, Figures.Part(desk, SplitBy.Source, row.Source), row, was.GetValueOrDefault(row.Source)), Cost(desk, row)]);
        if (rows.Count > 1)
        {
            // No CPL of all: sources without a cost would make it look too good.
            lines.AddRange(["", Brought(desk, desk.Words(ReportText.Total), Sum(rows), Sum([.. was.Values])), Money(desk, Sum(rows))]);
        }
        if (rows.All(row => row.Spent.Count == 0))
            lines.Add(desk.Words(ReportText.HowToEnterCosts));
        else if (rows.SelectMany(row => row.Spent.Keys.Concat(row.Revenue.Keys)).Distinct().Count() > 1)
            lines.Add(desk.Words(ReportText.SeveralCurrencies));
        return string.Join('\n', lines);
    }

    private static string Brought(DeskTurn desk, string name, SourceRow row, SourceRow? was)
    {
        var (leads, before) = (("leads", Figures.Number(desk, row.Counts.Leads)), ("before", Figures.Number(desk, was?.Counts.Leads ?? 0)));
        var customers = ("customers", Figures.Number(desk, row.Counts.Customers));
        return row.Counts.HotShare is null
            ? desk.Words(ReportText.SourceLineNoHot, ("source", name), leads, before, customers)
            : desk.Words(ReportText.SourceLine, ("source", name), leads, before, customers, ("hot", Figures.Share(desk, row.Counts.HotShare)));
    }

    private static string Cost(DeskTurn desk, SourceRow row) => Joined(
    [
        .. Spent(desk, row),
        .. Part(desk, ReportText.Cpl, row.Cpl),
        .. Part(desk, ReportText.Cpa, row.Cpa),
        .. Part(desk, ReportText.Revenue, row.Revenue),
        .. Returns(desk, row.Return),
    ]);

    private static string Money(DeskTurn desk, SourceRow row) => Joined([.. Spent(desk, row), .. Part(desk, ReportText.Revenue, row.Revenue)]);

    private static IEnumerable<string> Spent(DeskTurn desk, SourceRow row) =>
        row.Spent.Count == 0 ? [desk.Words(ReportText.NoCost)] : Part(desk, ReportText.Spent, row.Spent);

    private static IEnumerable<string> Part(DeskTurn desk, ReportText phrase, IReadOnlyDictionary<string, decimal> amounts) =>
        amounts.Count == 0 ? [] : [desk.Words(phrase, ("amounts", Figures.Amounts(desk, amounts)))];

    private static IEnumerable<string> Returns(DeskTurn desk, IReadOnlyDictionary<string, decimal> returns) => returns
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => desk.Words(ReportText.Return, ("times", $"{one.Value.ToString("0.#", desk.Culture)}×{(returns.Count > 1 ? $" {one.Key}" : "")}")));

    private static string Joined(IEnumerable<string> parts) => $"   {string.Join(" · ", parts)}";

    private static SourceRow Sum(IReadOnlyList<SourceRow> rows) => new(
        "",
        RollUp.Sum(rows.Select(row => row.Counts)),
        Add(rows.Select(row => row.Spent)),
        Add(rows.Select(row => row.Revenue)));

    private static Dictionary<string, decimal> Add(IEnumerable<IReadOnlyDictionary<string, decimal>> amounts) =>
        amounts.SelectMany(one => one).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Sum(one => one.Value));
}
