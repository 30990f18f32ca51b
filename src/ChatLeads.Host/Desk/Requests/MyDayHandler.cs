using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Desk.Requests;

[Phrases("desk/day.yaml")]
internal enum DayText
{
    Clear,
    Reminders,
    Waiting,
    Opportunities,
    [Values("lead", "time")] Due,
    [Values("line", "time")] Promised,
    [Values("line", "time")] Overdue,
}

/// <summary>What a person has to do today: reminders, hot leads that nobody has called (theirs or free), and their open opportunities.</summary>
internal sealed class MyDayHandler : DeskHandler<DeskRequest.MyDay>
{
    private const int Most = 5;
    private const int HotDays = 7;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.MyDay request)
    {
        List<LeadRow> reminders = LeadListHandler.Rows(desk, Reminders(desk)), waiting = LeadListHandler.Rows(desk, Waiting(desk)), deals = LeadListHandler.Rows(desk, Opportunities(desk));
        List<LeadRow> all = [.. reminders.Concat(waiting).Concat(deals).DistinctBy(lead => lead.Number)];
        if (all.Count == 0)
            return desk.Say(DayText.Clear);
        List<string> lines = [];
        Add(DayText.Reminders, reminders, lead => desk.Words(DayText.Due, ("lead", LeadLines.Line(desk, lead)), ("time", desk.Moment(lead.SnoozedUntil!.Value))));
        Add(DayText.Waiting, waiting, lead => Promised(desk, lead));
        Add(DayText.Opportunities, deals, lead => LeadLines.Line(desk, lead));
        var reply = new Reply(string.Join('\n', lines), desk.Language)
        {
            Choices = LeadLines.Choices(desk, all),
            Leads = [.. all.Select(lead => lead.Number)],
        };
        return new DeskResult([reply], desk.Context with { Shown = LeadChoices.ShownAs(all), Lead = null });

        void Add(DayText title, List<LeadRow> leads, Func<LeadRow, string> line)
        {
            if (leads.Count > 0)
                lines.AddRange(leads.Select(line).Prepend(desk.Words(title)));
        }
    }

    private static IQueryable<LeadRow> Reminders(DeskTurn desk)
    {
        var tomorrow = desk.Local(desk.Now).Date.AddDays(1);
        var until = new DateTimeOffset(tomorrow, desk.Dialogs.Playbook.Firm.Office.Zone.GetUtcOffset(tomorrow)).ToUniversalTime();
        return desk.Visible.Where(lead => lead.SnoozedBy == desk.Staff.Id && lead.SnoozedUntil < until).OrderBy(lead => lead.SnoozedUntil).Take(Most);
    }

    private static IQueryable<LeadRow> Waiting(DeskTurn desk)
    {
        var since = desk.Now.AddDays(-HotDays);
        return desk.Visible.Where(lead => lead.HotAt >= since && lead.Temperature == Temperature.Hot && lead.FirstWordAt == null
                && (lead.Stage == Stage.Lead || lead.Stage == Stage.Mql) && (lead.SnoozedUntil == null || lead.SnoozedUntil <= desk.Now)
                && (lead.OwnerId ?? desk.Staff.Id) == desk.Staff.Id) // As DeskTurn.Visible is written, for the same reason.
            .OrderByDescending(lead => lead.OwnerId != null).ThenBy(lead => lead.HotAt).Take(Most);
    }

    private static IQueryable<LeadRow> Opportunities(DeskTurn desk) => desk.Visible
        .Where(lead => lead.OwnerId == desk.Staff.Id && lead.Stage == Stage.Opportunity && lead.SnoozedUntil == null)
        .OrderByDescending(lead => lead.Amount).Take(Most);

    /// <summary>The bot has told the person when somebody would get in touch.</summary>
    private static string Promised(DeskTurn desk, LeadRow lead)
    {
        var firm = desk.Dialogs.Playbook.Firm;
        var (day, time, _) = firm.Office.DoneBy(lead.HotAt ?? lead.CreatedAt, firm.AnswerWithin[lead.Temperature]);
        var local = day.ToDateTime(time);
        var by = new DateTimeOffset(local, firm.Office.Zone.GetUtcOffset(local));
        return desk.Words(by < desk.Now ? DayText.Overdue : DayText.Promised, ("line", LeadLines.Line(desk, lead)), ("time", desk.Moment(by)));
    }
}
