using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using Period = ChatLeads.Core.Funnels.Period;

namespace ChatLeads.Host.Desk.Reports;

/// <summary>How soon hot leads are claimed and spoken to. A manager sees everybody's, a rep their own.</summary>
internal sealed class SpeedHandler : DeskHandler<DeskRequest.Speed>
{
    protected override DeskResult Do(DeskTurn desk, DeskRequest.Speed request)
    {
        var period = ReportPeriods.Of(desk, request.Period);
        var leads = HotLeads(desk, period);
        var title = ("period", ReportPeriods.Words(desk, period));
        if (leads.Count == 0)
            return desk.Say(ReportText.NoHotLeads, title);
        var all = desk.Staff.Role == Role.Manager;
        List<string> lines = [desk.Words(ReportText.SpeedTitle, title)];
        if (all)
            lines.Add(Line(desk, desk.Words(ReportText.Total), leads));
        lines.AddRange(leads.GroupBy(lead => lead.OwnerId).OrderByDescending(same => same.Key is not null).ThenByDescending(same => same.Count())
            .Select(same => Line(desk, Figures.Part(desk, SplitBy.Rep, $"{same.Key}"), [.. same])));
        var how = desk.Words(ReportText.AskHow);
        return new Reply(string.Join('\n', lines), desk.Language) { Choices = [new Choice(how, how)] };
    }

    private static List<HotLead> HotLeads(DeskTurn desk, Period period)
    {
        var (from, to) = (Midnight(desk, period.From), Midnight(desk, period.To.AddDays(1)));
        var leads = desk.Db.Leads.Where(lead => lead.HotAt >= from && lead.HotAt < to);
        if (desk.Staff.Role != Role.Manager)
            leads = leads.Where(lead => lead.OwnerId == desk.Staff.Id);
        return [.. leads.Select(lead => new HotLead(lead.OwnerId, lead.HotAt!.Value, lead.ClaimedAt, lead.FirstWordAt))];
    }

    private static string Line(DeskTurn desk, string who, IReadOnlyList<HotLead> leads)
    {
        var count = ("count", Figures.Number(desk, leads.Count));
        if (Time(desk, leads.Select(lead => lead.ClaimedAt - lead.HotAt)) is not { } claimed)
            return desk.Words(ReportText.SpeedNobody, ("who", who), count);
        var share = Figures.Share(desk, (double)leads.Count(lead => lead.ClaimedAt is not null) / leads.Count);
        var line = desk.Words(ReportText.SpeedLine, ("who", who), count, ("share", share), ("time", claimed));
        return Time(desk, leads.Select(lead => lead.FirstWordAt - lead.HotAt)) is { } spoken
            ? $"{line}; {desk.Words(ReportText.SpeedFirstWord, ("time", spoken))}"
            : line;
    }

    /// <summary>The median of those that there are. Whoever was there before the lead became hot took no time.</summary>
    private static string? Time(DeskTurn desk, IEnumerable<TimeSpan?> times) =>
        Median.Of(times.OfType<TimeSpan>().Select(time => Math.Max(0, time.TotalSeconds))) is { } seconds
            ? Figures.Time(desk, TimeSpan.FromSeconds(seconds))
            : null;

    private static DateTimeOffset Midnight(DeskTurn desk, DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, desk.Dialogs.Playbook.Firm.Office.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private sealed record HotLead(int? OwnerId, DateTimeOffset HotAt, DateTimeOffset? ClaimedAt, DateTimeOffset? FirstWordAt);
}
