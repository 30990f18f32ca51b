using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>Says what a number counts: its period, its cohort and its definition.</summary>
internal sealed class ExplainHandler : DeskHandler<DeskRequest.Explain>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Explain request)
    {
        var period = ("period", ReportPeriods.Words(desk, ReportPeriods.Of(desk, Spoken(desk.Context.Request))));
        return request.Metric switch
        {
            Metric.Funnel => desk.Say(ReportText.ExplainFunnel, period),
            Metric.Conversion => desk.Say(ReportText.ExplainConversion, period),
            Metric.Cpl => desk.Say(ReportText.ExplainCpl, period),
            Metric.Cpa => desk.Say(ReportText.ExplainCpa, period),
            Metric.Speed => desk.Say(ReportText.ExplainSpeed, period),
            Metric.Score => desk.Say(ReportText.ExplainScore),
            Metric.Temperature => desk.Say(ReportText.ExplainTemperature),
            _ => desk.Say(ReportText.ExplainWhat),
        };
    }

    /// <summary>That of the figures on screen.</summary>
    private static Period? Spoken(DeskRequest? last) => last switch
    {
        DeskRequest.Funnel funnel => funnel.Period,
        DeskRequest.Sources sources => sources.Period,
        DeskRequest.Speed speed => speed.Period,
        _ => null,
    };
}
