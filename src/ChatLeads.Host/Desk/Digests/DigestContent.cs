using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Desk.Reports;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk.Digests;

/// <summary>What a digest tells: what the desk would answer, in one message.</summary>
internal static class DigestContent
{
    private const int Most = 5;
    private const int WarmDays = 14;
    private const int WeekDays = 7;

    public static Reply Of(DeskTurn desk, bool weekly) => weekly && desk.Staff.Role == Role.Manager ? Week(desk) : Day(desk);

    /// <summary>The day's work; warm leads, of which nobody is alerted, and what nobody has taken.</summary>
    private static Reply Day(DeskTurn desk)
    {
        var day = new MyDayHandler().Do(desk, new DeskRequest.MyDay()).Replies[0];
        List<LeadRow> warm = [.. Fresh(desk).Include(lead => lead.Facts)
            .Where(lead => lead.Temperature == Temperature.Warm && (lead.OwnerId == null || lead.OwnerId == desk.Staff.Id))
            .OrderByDescending(lead => lead.OwnerId != null).ThenByDescending(lead => lead.Score).ThenBy(lead => lead.Number).Take(Most)];
        var unclaimed = Fresh(desk).Count(lead => lead.OwnerId == null);
        List<string> lines = [desk.Words(DigestText.Today, ("day", desk.Today.ToString("dddd d MMM", desk.Culture))), day.Text];
        if (warm.Count > 0)
            lines.AddRange(warm.Select(lead => LeadLines.Line(desk, lead)).Prepend(desk.Words(DigestText.Warm)));
        if (unclaimed > 0)
            lines.Add(desk.Words(DigestText.Unclaimed, ("count", Figures.Number(desk, unclaimed))));
        var ask = desk.Words(DigestText.AskUnclaimed);
        return day with
        {
            Text = string.Join('\n', lines),
            Choices = [.. day.Choices.Concat(LeadLines.Choices(desk, warm)).DistinctBy(choice => choice.Value).Take(Most), .. unclaimed > 0 ? [new Choice(ask, ask)] : (Choice[])[]],
            Leads = [.. day.Leads.Concat(warm.Select(lead => lead.Number)).Distinct()],
        };
    }

    /// <summary>Those who came lately and to whom nobody has spoken.</summary>
    private static IQueryable<LeadRow> Fresh(DeskTurn desk)
    {
        var since = desk.Now.AddDays(-WarmDays);
        return desk.Visible.AsNoTracking().Where(lead => lead.CreatedAt >= since && lead.FirstWordAt == null
            && (lead.Stage == Stage.Lead || lead.Stage == Stage.Mql) && (lead.SnoozedUntil == null || lead.SnoozedUntil <= desk.Now));
    }

    /// <summary>The last seven whole days, compared with the seven before.</summary>
    private static Reply Week(DeskTurn desk)
    {
        var week = new Period(desk.Today.AddDays(-WeekDays), desk.Today.AddDays(-1));
        var title = desk.Words(DigestText.Week, ("from", ReportPeriods.Day(desk, week.From)), ("to", ReportPeriods.Day(desk, week.To)));
        var funnel = new FunnelHandler().Do(desk, new DeskRequest.Funnel(week)).Replies[0];
        if (funnel.Picture is null)
            return funnel with { Text = $"{title}\n\n{funnel.Text}" }; // Nobody came.
        var sources = new SourcesHandler().Do(desk, new DeskRequest.Sources(week)).Replies[0];
        var speed = new SpeedHandler().Do(desk, new DeskRequest.Speed(week)).Replies[0];
        return funnel with { Text = string.Join("\n\n", title, funnel.Text, sources.Text, speed.Text) };
    }
}
