using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Host.Desk.Reports.Pictures;
using ChatLeads.Storage;
using Period = ChatLeads.Core.Funnels.Period;

namespace ChatLeads.Host.Desk.Reports;

internal sealed class SourcesHandler : DeskHandler<DeskRequest.Sources>
{
    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.Sources request)
    {
        var period = ReportPeriods.Of(desk, request.Period);
        var before = ReportPeriods.Before(period, request.Compare);
        var rows = Rows(desk.Db, period);
        if (rows.Count == 0)
            return new Reply(ReportPeriods.Nothing(desk, period), desk.Language);
        var was = Rows(desk.Db, before).ToDictionary(row => row.Source);
        var how = desk.Words(ReportText.AskHow);
        return new Reply(SourcesText.Of(desk, period, before, rows, was), desk.Language)
        {
            Picture = Draw(desk, period, before, rows, was),
            Choices = [new Choice(how, how)],
        };
    }

    private static IReadOnlyList<SourceRow> Rows(ChatLeadsDb db, Period period)
    {
        var revenue = FunnelStore.Customers(db, period)
            .Where(won => won.Amount is not null && won.Currency is not null)
            .Select(won => new Cost(won.Source, won.Amount!.Value, won.Currency!, new Period(won.Entered, won.Entered)));
        var rows = Sources.Rows(FunnelStore.Report(db, period, by: SplitBy.Source), CostStore.Costs(db, period), [.. revenue]);
        return [.. rows.Where(row => row.Counts != FunnelCounts.None || row.Spent.Count > 0)];
    }

    private static Picture Draw(DeskTurn desk, Period period, Period before, IReadOnlyList<SourceRow> rows, Dictionary<string, SourceRow> was) => BarsPicture.Of(
        desk,
        SourcesText.Title(desk, period),
        ReportPeriods.Words(desk, before),
        [.. rows.Select(row => new BarRow(
            Figures.Part(desk, SplitBy.Source, row.Source),
            row.Counts.Leads,
            was.GetValueOrDefault(row.Source)?.Counts.Leads ?? 0,
            row.Cpl.Count > 0 ? desk.Words(ReportText.Cpl, ("amounts", Figures.Amounts(desk, row.Cpl))) : desk.Words(ReportText.NoCost)))]);
}
