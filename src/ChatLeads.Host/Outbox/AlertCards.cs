using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Desk.Requests;
using ChatLeads.Host.Team;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Outbox;

/// <summary>Shows a lead to whoever is alerted, as it stands at this moment.</summary>
internal sealed class AlertCards(IDbContextFactory<ChatLeadsDb> databases, CurrentDialogs dialogs, StaffDirectory people, TimeProvider clock)
{
    /// <summary>What goes out first.</summary>
    public Task<(AlertState State, Reply? Reply)> New(AlertPayload alert, CancellationToken cancellation) => Show(alert, Words, cancellation);

    /// <summary>What takes its place later; the text is for who cannot see a card change.</summary>
    public Task<(AlertState State, Reply? Reply)> Changed(AlertPayload alert, CancellationToken cancellation) => Show(alert, News, cancellation);

    /// <summary>Many at once, a line each, for whoever could not be reached; null when nothing remains to be told, or nobody.</summary>
    public async Task<Reply?> Together(IReadOnlyList<AlertPayload> alerts, CancellationToken cancellation)
    {
        if (await Reader(alerts[0], cancellation) is not { } reader)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var desk = new DeskTurn(db, reader, dialogs.Now, people, clock.GetUtcNow());
        var numbers = alerts.Select(alert => alert.Lead).OfType<int>().ToList();
        var leads = await db.Leads.AsNoTracking().Include(lead => lead.Facts).Where(lead => numbers.Contains(lead.Number)).ToDictionaryAsync(lead => lead.Number, cancellation);
        var lines = alerts.Select(alert => Line(desk, alert, leads)).OfType<string>().ToList();
        if (lines.Count == 0)
            return null;
        var free = numbers.Distinct().Where(leads.ContainsKey).Select(number => leads[number]).Where(lead => lead.OwnerId is null && Routes.IsOpen(lead)).ToList();
        return new Reply($"{desk.Words(StaffAnswer.Meanwhile, ("count", $"{lines.Count}"))}\n{string.Join('\n', lines)}", desk.Language)
        {
            Leads = numbers,
            Choices = LeadLines.Choices(desk, free),
        };
    }

    private static string? Line(DeskTurn desk, AlertPayload alert, Dictionary<int, LeadRow> leads)
    {
        if (alert.Lead is not { } number)
            return desk.Words(DeskAnswer.VisitorWantsPerson);
        if (!leads.TryGetValue(number, out var lead))
            return null; // Erased meanwhile.
        return alert.Reason switch
        {
            AlertReason.EraseWanted => desk.Words(DeskAnswer.EraseWanted, ("lead", LeadViews.NameOf(lead))),
            AlertReason.WantsPerson => $"{LeadLines.Line(desk, lead)}: {desk.Words(DeskAnswer.WantsPerson, ("lead", LeadViews.NameOf(lead)))}",
            _ => LeadLines.Line(desk, lead),
        };
    }

    private async Task<(AlertState, Reply?)> Show(AlertPayload alert, Func<DeskTurn, AlertPayload, LeadView, string> text, CancellationToken cancellation)
    {
        if (await Reader(alert, cancellation) is not { } reader)
            return (AlertState.NoLongerStaff, null);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var desk = new DeskTurn(db, reader, dialogs.Now, people, clock.GetUtcNow());
        if (alert.Lead is not { } number)
            return (AlertState.True, desk.Say(DeskAnswer.VisitorWantsPerson));
        if (LeadViews.Load(db, number) is not { } lead)
            return (AlertState.Erased, null);
        lead = lead with { OfferedTo = lead.Owner is null ? OfferedTo(db, number, alert.StaffId) : null };
        return (AlertState.True, desk.Cards.Alert(lead, desk.Language) with { Text = text(desk, alert, lead) });
    }

    /// <summary>A group reads in the firm's language.</summary>
    private async ValueTask<Staff?> Reader(AlertPayload alert, CancellationToken cancellation) => alert.StaffId is { } id
        ? await people.Find(id, cancellation)
        : new Staff(0, "", Role.Manager, dialogs.Now.Playbook.Firm.Languages[0]);

    /// <summary>Those who have it now, for everybody else.</summary>
    private static string? OfferedTo(ChatLeadsDb db, int lead, int? reader)
    {
        var last = db.Offers.Where(row => row.LeadNumber == lead).OrderByDescending(row => row.Id).FirstOrDefault();
        if (last is null)
            return null;
        var holders = db.Offers.Where(row => row.LeadNumber == lead && row.OutboxId == last.OutboxId).Select(row => row.StaffId).ToList();
        return reader is { } id && holders.Contains(id)
            ? null
            : string.Join(", ", db.Staff.Where(row => holders.Contains(row.Id)).OrderBy(row => row.Id).Select(row => row.Name).ToList());
    }

    private static string Words(DeskTurn desk, AlertPayload alert, LeadView lead) => alert.Reason switch
    {
        AlertReason.WantsPerson => desk.Words(DeskAnswer.WantsPerson, About(lead)),
        AlertReason.EraseWanted => desk.Words(DeskAnswer.EraseWanted, About(lead)),
        _ => "",
    };

    private static string News(DeskTurn desk, AlertPayload alert, LeadView lead) =>
        lead.Owner is { } owner ? owner == desk.Staff.Name ? "" : desk.Words(StaffAnswer.Taken, About(lead), ("owner", owner))
        : lead.OfferedTo is { } other ? desk.Words(StaffAnswer.PassedOn, About(lead), ("owner", other))
        : "";

    private static (string, string) About(LeadView lead) => ("lead", lead.TextOf(Field.Name) ?? $"{lead.Number}");
}

/// <summary>Whether an alert still has somebody to tell it to, and something to tell.</summary>
internal enum AlertState { True, Erased, NoLongerStaff }
