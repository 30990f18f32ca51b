using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Host.Desk.Reports.Pictures;

namespace ChatLeads.Host.Desk.Reports;

internal sealed class FunnelHandler : DeskHandler<DeskRequest.Funnel>
{
    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.Funnel request)
    {
        var period = ReportPeriods.Of(desk, request.Period);
        SplitBy? by = request.By is { } asked ? Enum.Parse<SplitBy>($"{asked}") : null;
        var figures = FunnelFigures.Read(desk.Db, period, ReportPeriods.Before(period, request.Compare), by, request.ByActivity ? Basis.Activity : Basis.Cohort);
        return figures.IsEmpty
            ? new Reply(ReportPeriods.Nothing(desk, period), desk.Language)
            : new Reply(FunnelText.Of(desk, figures), desk.Language)
            {
                Picture = by is null ? FunnelPicture.Of(desk, figures) : PartsPicture.Of(desk, figures),
                Choices = [.. Asks(by, request.ByActivity).Select(ask => desk.Words(ask)).Select(ask => new Choice(ask, ask))],
            };
    }

    private static IEnumerable<ReportText> Asks(SplitBy? by, bool byActivity)
    {
        if (!byActivity && by is null)
            yield return ReportText.AskByActivity;
        if (by != SplitBy.Source)
            yield return ReportText.AskBySource;
        if (by != SplitBy.Rep)
            yield return ReportText.AskByRep;
        yield return ReportText.AskCosts;
        yield return ReportText.AskHow;
    }
}
