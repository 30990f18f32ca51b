using ChatLeads.Core.Conversations;
using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Benchmarks.Scale;

/// <summary>Invented leads of the last six hundred days, with all that hangs on one, and the roll-up that goes with them.</summary>
internal sealed class ScaleFill
{
    private const int Days = 600;
    private const int InOneTransaction = 20_000;

    private static readonly string[] Given = ["Ana", "Luis", "Carmen", "Javier", "Marta", "Diego", "Lucía", "Sergio", "Elena", "Pablo", "Raquel", "Andrés", "Nuria", "Iván"];
    private static readonly string[] Family = ["Ruiz", "García", "Ibarra", "Soler", "Vidal", "Moreno", "Navarro", "Gil", "Ortega", "Castro", "Molina", "Serrano"];
    private static readonly string[] Places = ["Zaragoza", "Madrid", "Valencia", "Sevilla", "Bilbao", "Málaga", "Murcia", "Gijón"];
    private static readonly string?[] Sources = ["google", "google", "google", "linkedin", "instagram", "newsletter", "feria", null, null];
    private static readonly string[] Reasons = ["precio", "eligió a otro", "sin respuesta"];
    private static readonly string Need = "necesitamos citas en línea y facturas";

    private readonly Random random = new(5080);
    private readonly Dictionary<(SplitBy By, Basis Basis, DateOnly Day, string Part), FunnelCounts> cells = [];
    private readonly ChatLeadsDb db;
    private readonly DateTimeOffset now;
    private readonly string scoreJson;
    private readonly BulkInsert<LeadRow> leads;
    private readonly BulkInsert<FactRow> facts;
    private readonly BulkInsert<ContactPointRow> points;
    private readonly BulkInsert<StageChangeRow> stages;
    private readonly BulkInsert<ConversationRow> conversations;
    private int stageId;

    /// <param name="scoreJson">Everybody's.</param>
    public ScaleFill(ChatLeadsDb db, DateTimeOffset now, string scoreJson)
    {
        (this.db, this.now, this.scoreJson) = (db, now, scoreJson);
        leads = new(db);
        (facts, points, stages, conversations) = (new(db, leads.Finish), new(db, leads.Finish), new(db, leads.Finish), new(db, leads.Finish));
    }

    /// <param name="first">The number of the first one.</param>
    /// <param name="reps">Staff ids.</param>
    public void Run(int first, int count, IReadOnlyList<int> reps)
    {
        stageId = 1000;
        db.Database.OpenConnection();
        for (var done = 0; done < count; done += InOneTransaction)
        {
            using var transaction = db.Database.BeginTransaction();
            for (var index = done; index < Math.Min(count, done + InOneTransaction); index++)
                Add(first + index, now - TimeSpan.FromDays(Days * (1 - (index + 0.5) / count)), reps);
            leads.Finish();
            facts.Finish();
            points.Finish();
            stages.Finish();
            conversations.Finish();
            transaction.Commit();
        }
        var counts = new BulkInsert<DailyCountRow>(db);
        using var last = db.Database.BeginTransaction();
        db.DailyCounts.ExecuteDelete();
        foreach (var ((by, basis, day, part), of) in cells)
            counts.Add(new DailyCountRow
            {
                By = by, Basis = basis, Day = day, Part = part, Contacts = of.Contacts, Refusals = of.Refusals, Leads = of.Leads, Hot = of.Hot, Mql = of.Mql,
                Sql = of.Sql, Opportunities = of.Opportunities, Customers = of.Customers, Lost = of.Lost, Disqualified = of.Disqualified,
            });
        counts.Finish();
        last.Commit();
    }

    private void Add(int number, DateTimeOffset at, IReadOnlyList<int> reps)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var draw = random.Next(100);
        var temperature = draw < 15 ? Temperature.Hot : draw < 45 ? Temperature.Warm : Temperature.Cold;
        var family = Pick(Family);
        var lead = new LeadRow
        {
            Number = number,
            Name = $"{Pick(Given)} {family} {Pick(Family)}",
            Company = $"Clínica {family} {number}",
            Email = $"p{number}@example.com",
            Location = Pick(Places),
            Temperature = temperature,
            Score = temperature switch { Temperature.Hot => 70, Temperature.Warm => 40, _ => 5 } + random.Next(30),
            ScoreJson = scoreJson,
            EnteredOn = day,
            Language = random.Next(4) == 0 ? "en" : "es",
            Channel = random.Next(5) == 0 ? "telegram" : "webchat",
            Source = Pick(Sources),
            CreatedAt = at,
            LastActivityAt = at,
            HotAt = temperature == Temperature.Hot ? at : null,
        };
        lead.SearchText = LeadText.Of(lead, Need);
        Work(lead, at, day, reps);
        leads.Add(lead);
        foreach (var change in lead.StageChanges)
        {
            change.Id = ++stageId;
            stages.Add(change);
        }
        Tell(lead, Field.Name, lead.Name, at);
        Tell(lead, Field.Company, lead.Company, at);
        Tell(lead, Field.Email, lead.Email, at);
        Tell(lead, Field.Location, lead.Location, at);
        points.Add(new ContactPointRow { Kind = Field.Email.Id, Value = lead.Email, LeadNumber = number });
        conversations.Add(new ConversationRow
        {
            Id = number, Channel = lead.Channel, ExternalId = $"c{number}", LeadNumber = number, StateJson = State, CreatedAt = at, LastActivityAt = at,
        });
        Count(RollUp.Cells(LeadPaths.Of(lead)));
        Count(RollUp.Contacts(new Segment(lead.Source ?? "", "", "", lead.Language, lead.Channel), day, FunnelCounts.None with { Contacts = 3 }));
    }

    private static readonly string State = StoredJson.Write(ConversationState.New);

    private void Work(LeadRow lead, DateTimeOffset at, DateOnly day, IReadOnlyList<int> reps)
    {
        lead.Move(Stage.Lead, at, day, "bot", "consent");
        if (lead.Temperature == Temperature.Cold || at > now.AddDays(-1))
            return;
        lead.Move(Stage.Mql, at, day, "bot", "score");
        if (random.Next(100) < 30)
            return;
        (lead.OwnerId, lead.ClaimedAt, lead.FirstWordAt) = (Pick(reps), at.AddMinutes(5), at.AddMinutes(20));
        var to = random.Next(10) switch { < 3 => Stage.Sql, < 5 => Stage.Opportunity, 5 => Stage.Customer, _ => Stage.Lost };
        lead.Move(to, at, day, $"{lead.OwnerId}", to == Stage.Lost ? Pick(Reasons) : "");
        if (to is Stage.Opportunity or Stage.Customer)
            (lead.Amount, lead.Currency) = (random.Next(30, 240) * 100, "EUR");
    }

    private void Tell(LeadRow lead, Field field, string value, DateTimeOffset at) => facts.Add(new FactRow
    {
        LeadNumber = lead.Number, Field = field.Id, ValueJson = StoredJson.Write<FactValue>(new TextValue(value)), ConversationId = lead.Number,
        QuoteMessageId = "0000001", QuoteText = value, QuoteAt = at,
    });

    private void Count(IEnumerable<RollUpCell> more)
    {
        foreach (var cell in more)
        {
            var key = (cell.By, cell.Basis, cell.Day, cell.Part);
            cells[key] = cells.GetValueOrDefault(key, FunnelCounts.None) + cell.Counts;
        }
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
