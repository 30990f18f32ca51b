using ChatLeads.Core.Desk;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Demo;

/// <summary>What the sales team made of the invented leads.</summary>
internal static class DemoSales
{
    public static void WorkLeads(ChatLeadsDb db, DemoPeople people, OfficeHours office, Random random, DateTimeOffset now)
    {
        var reps = people.Reps.Select(rep => new StaffRow { Name = rep.Name, Role = Role.Rep, Language = rep.Language, CreatedAt = now }).ToList();
        db.Staff.AddRange(reps);
        db.SaveChanges();
        foreach (var lead in db.Leads.OrderBy(lead => lead.Number))
            if (lead.CreatedAt < now.AddHours(-12) && random.Next(100) < 80)
                Work(lead, reps[random.Next(reps.Count)], people, office, random, now);
        db.SaveChanges();
    }

    /// <summary>The hotter, the sooner and the further.</summary>
    private static void Work(LeadRow lead, StaffRow rep, DemoPeople people, OfficeHours office, Random random, DateTimeOffset now)
    {
        var at = lead.CreatedAt.AddMinutes(lead.Temperature == Temperature.Hot ? random.Next(1, 30) : random.Next(60, 2000));
        (lead.OwnerId, lead.ClaimedAt) = (rep.Id, at);
        var chance = lead.Temperature switch { Temperature.Hot => 75, Temperature.Warm => 50, _ => 15 };
        foreach (var stage in new[] { Stage.Sql, Stage.Opportunity, Stage.Customer })
        {
            at = at.AddHours(random.Next(20, 300));
            if (at > now)
                return;
            var goesOn = random.Next(100) < chance;
            if (!goesOn && random.Next(3) > 0)
                return;
            lead.Move(goesOn ? stage : Stage.Lost, at, office.Local(at), $"{rep.Id}", goesOn ? "" : people.WhyLost());
            lead.LastActivityAt = at;
            if (!goesOn)
                return;
            if (stage != Stage.Sql)
                (lead.Amount, lead.Currency) = (random.Next(30, 240) * 100, "EUR");
        }
    }
}
