using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Host.Desk.Changes;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Period = ChatLeads.Core.Funnels.Period;

namespace ChatLeads.Host.Demo;

/// <summary>What the sales team made of the invented leads, and what the sources cost.</summary>
internal sealed class DemoSales(ChatLeadsDb db, DemoPeople people, Firm firm, Random random, DateTimeOffset now)
{
    private const int CostMonths = 4;
    private const int Reminders = 4;
    private static readonly TimeSpan Untouched = TimeSpan.FromHours(20);

    public void WorkLeads()
    {
        var reps = people.Reps.Select(rep => new StaffRow { Name = rep.Name, Role = Role.Rep, Language = rep.Language, CreatedAt = now }).ToList();
        db.Staff.AddRange(reps);
        db.SaveChanges();
        var leads = db.Leads.OrderBy(lead => lead.Number).ToList();
        foreach (var lead in leads.Where(lead => lead.CreatedAt < now - Untouched && random.Next(100) < 85))
            Work(lead, reps[random.Next(reps.Count)]);
        Remind(leads, [db.Staff.First(row => row.Role == Role.Manager), .. reps]);
        db.SaveChanges();
    }

    /// <summary>Of this month, too: it is paid at its beginning.</summary>
    public void EnterCosts()
    {
        var first = new DateOnly(now.Year, now.Month, 1);
        foreach (var (source, amount) in people.Costs)
            for (var month = 0; month < CostMonths; month++)
            {
                var from = first.AddMonths(-month);
                var paid = Math.Round(amount * (0.9m + 0.2m * (decimal)random.NextDouble()));
                CostStore.Enter(db, new Cost(source, paid, firm.Currency, new Period(from, from.AddMonths(1).AddDays(-1))), "", null, now);
            }
        db.SaveChanges();
    }

    /// <summary>The hotter, the sooner and the further.</summary>
    private void Work(LeadRow lead, StaffRow rep)
    {
        var at = lead.CreatedAt.AddMinutes(lead.Temperature == Temperature.Hot ? random.Next(1, 30) : random.Next(60, 2000));
        if (at > now)
            return;
        (lead.OwnerId, lead.ClaimedAt) = (rep.Id, at);
        if (lead.HotAt is { } hot)
            lead.AlertedAt = hot.AddSeconds(random.Next(1, 4));
        Call(lead, rep, at.AddMinutes(random.Next(3, 90)));
        foreach (var stage in new[] { Stage.Sql, Stage.Opportunity, Stage.Customer })
        {
            at = at.AddHours(random.Next(20, 300));
            if (at > now || !Step(lead, rep, stage, at))
                return;
        }
    }

    private void Call(LeadRow lead, StaffRow rep, DateTimeOffset at)
    {
        if (at > now || random.Next(10) == 0)
            return;
        lead.FirstWordAt = at;
        Note(lead, rep, random.Next(4) == 0 ? ChangeKind.NoAnswer : ChangeKind.Reached, at, null);
        if (random.Next(3) == 0)
            Note(lead, rep, ChangeKind.Note, at.AddMinutes(2), people.Note());
    }

    /// <returns>Whether it may go on from there.</returns>
    private bool Step(LeadRow lead, StaffRow rep, Stage stage, DateTimeOffset at)
    {
        var goesOn = random.Next(100) < lead.Temperature switch { Temperature.Hot => 75, Temperature.Warm => 50, _ => 15 };
        if (!goesOn && random.Next(3) > 0)
            return false;
        lead.Move(goesOn ? stage : Stage.Lost, at, firm.Office.Local(at), $"{rep.Id}", goesOn ? "" : people.WhyLost());
        lead.LastActivityAt = at;
        if (goesOn && stage != Stage.Sql)
            (lead.Amount, lead.Currency) = (lead.Amount ?? random.Next(30, 240) * 100, firm.Currency);
        return goesOn;
    }

    /// <summary>Each has one to be reminded of within the next hours; the manager's demo begins with one, too.</summary>
    private void Remind(List<LeadRow> leads, List<StaffRow> team)
    {
        var open = leads.Where(lead => lead.Stage is Stage.Mql or Stage.Sql or Stage.Opportunity).Reverse().ToList();
        foreach (var (person, number) in team.Take(Reminders).Select((person, index) => (person, index)))
            if (open.Find(lead => lead.SnoozedBy is null && lead.OwnerId is not null && (person.Role == Role.Manager || lead.OwnerId == person.Id)) is { } lead)
            {
                var due = now.AddMinutes(30 + 20 * number);
                (lead.SnoozedUntil, lead.SnoozedBy) = (due, person.Id);
                db.Outbox.Add(new OutboxRow
                {
                    Recipient = $"desk/{person.Id}",
                    Kind = NoticeHandler.NoticeKind,
                    PayloadJson = StoredJson.Write(new NoticePayload(person.Id, lead.Number, due, null)),
                    LeadNumber = lead.Number,
                    DueAt = due,
                });
            }
    }

    private void Note(LeadRow lead, StaffRow rep, ChangeKind kind, DateTimeOffset at, string? text)
    {
        var state = StoredJson.Write(LeadState.Of(lead));
        db.LeadChanges.Add(new LeadChangeRow { LeadNumber = lead.Number, StaffId = rep.Id, At = at, Kind = kind, Text = text, BeforeJson = state, AfterJson = state });
    }
}
