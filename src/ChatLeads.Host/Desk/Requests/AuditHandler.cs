using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk.Requests;

/// <summary>The audit log in chat, the latest first: of one lead, of a period, or all.</summary>
internal sealed class AuditHandler : DeskHandler<DeskRequest.ShowAudit>
{
    private const int Lines = 10;
    private const int MostLeads = 5;

    public override Role Needs => Role.Manager;

    protected override DeskResult Do(DeskTurn desk, DeskRequest.ShowAudit request)
    {
        if (request.Lead is not { Name: { } name })
            return Page(desk, request, 0);
        var leads = desk.Visible.Named(desk.Db, name).OrderByDescending(lead => lead.LastActivityAt).ThenBy(lead => lead.Number).Take(LeadChoices.Most).ToList();
        return leads switch
        {
            [] => desk.Say(DeskAnswer.NoSuchLead, ("lead", name)),
            [var one] => Page(desk, request with { Lead = LeadRef.Of(one.Number) }, 0),
            _ => LeadChoices.Ask(desk, request, DeskAnswer.SeveralLeads, name, leads),
        };
    }

    /// <param name="request">A lead may be one that was erased.</param>
    /// <param name="before">Only what stands before this line: reading the log adds to it. 0 for the end.</param>
    public static DeskResult Page(DeskTurn desk, DeskRequest.ShowAudit request, int before)
    {
        var number = request.Lead?.Number ?? (request.Lead is null ? null : desk.Context.Lead);
        var rows = Rows(desk, number, request.Period).Where(row => before == 0 || row.Id < before).OrderByDescending(row => row.Id).Take(Lines + 1).ToList();
        if (rows.Count == 0)
            return before > 0 ? desk.Say(ListText.NoMore) : desk.Say(AuditText.Nothing);
        var head = number is { } lead ? desk.Words(AuditText.HeadLead, ("number", $"{lead}")) : desk.Words(AuditText.Head);
        var reply = new Reply(string.Join('\n', rows.Take(Lines).Select(row => Line(desk, row)).Prepend(head)), desk.Language)
        {
            Leads = number is { } about ? [about] : [],
            Choices = rows.Count > Lines ? [new Choice(desk.Words(ListText.Earlier), "/more")] : [],
        };
        return new DeskResult([reply], desk.Context with { Lead = number ?? desk.Context.Lead, Seen = (int)rows[Math.Min(rows.Count, Lines) - 1].Id }) { Outcome = "read" };
    }

    private static IQueryable<AuditRow> Rows(DeskTurn desk, int? lead, Period? period)
    {
        var rows = desk.Db.Audit.AsNoTracking();
        if (lead is { } number)
        {
            var mention = $",{number},";
            rows = rows.Where(row => row.Leads.Contains(mention));
        }
        if (period is null)
            return rows;
        var office = desk.Dialogs.Playbook.Firm.Office;
        var (from, to) = (LeadSearch.Midnight(period.From, office), LeadSearch.Midnight(period.To.AddDays(1), office));
        return rows.Where(row => row.At >= from && row.At < to);
    }

    private static string Line(DeskTurn desk, AuditRow row)
    {
        var done = Enum.TryParse<AuditRequest>(row.Request.Replace("_", "", StringComparison.Ordinal), true, out var known) ? desk.Words(known) : row.Request;
        var who = row.StaffId == 0 ? desk.Words(AuditText.CommandLine) : desk.Db.Staff.Find(row.StaffId)?.Name ?? $"{row.StaffId}";
        (string, string)[] values =
        [
            ("time", desk.Moment(row.At)), ("who", who), ("channel", desk.Words(Enum.TryParse<AuditChannel>(row.Channel, true, out var channel) ? channel : AuditChannel.Other)),
            ("what", row.Outcome == DeskResult.Refused ? desk.Words(AuditText.Refused, ("what", done)) : done),
        ];
        var leads = Short(row.Leads.Trim(',').Split(',', StringSplitOptions.RemoveEmptyEntries));
        return leads.Length == 0 ? desk.Words(AuditText.Line, values) : desk.Words(AuditText.LineLeads, [.. values, ("leads", leads)]);
    }

    private static string Short(string[] leads) =>
        string.Join(", ", leads.Take(MostLeads)) + (leads.Length > MostLeads ? "…" : "");
}

[Phrases("desk/audit.yaml")]
internal enum AuditText
{
    Head,
    [Values("number")] HeadLead,
    Nothing,
    [Values("time", "who", "channel", "what")] Line,
    [Values("time", "who", "channel", "what", "leads")] LineLeads,
    [Values("what")] Refused,
    CommandLine,
}

[Phrases("desk/audit-channels.yaml")]
internal enum AuditChannel { Desk, Telegram, Teams, Cli, Other }

/// <summary>What was done, by the request's id.</summary>
[Phrases("desk/audit-requests.yaml")]
internal enum AuditRequest
{
    Leads, Lead, Transcript, NextStep, MyDay, Team, Export, Sources, Funnel, Speed, Digest, Audit, Undelivered,
    Claim, Assign, Note, Snooze, Stage, Contacted, Takeover, Release, Undo, Cost, Invite, Erase, Duty,
}
