using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Scoring;
using ChatLeads.Storage.Rows;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage.Tests;

/// <summary>The roll-up equals a plain count over all rows, whatever happens to leads and contacts.</summary>
public sealed class RollUpTests : IDisposable
{
    private enum Deed { Talk, Refuse, Consent, TurnHot, Speak, Move, Reassign, Resource, Pay, Erase }

    private static readonly DateOnly Start = new(2026, 10, 1);
    private static readonly Stage[] Targets = [Stage.Lead, Stage.Sql, Stage.Opportunity, Stage.Customer, Stage.Lost, Stage.Disqualified];
    private static readonly string?[] Sources = ["google", "Meta", null];

    private static readonly Gen<(Deed Deed, int Who, int What)[]> AnyHistory = Gen.Select(
        Gen.Int[0, (int)Deed.Erase].Select(deed => (Deed)deed), Gen.Int[0, 30], Gen.Int[0, 60]).Array[1, 60];

    private readonly string directory = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly DbContextOptions<ChatLeadsDb> options;

    public RollUpTests()
    {
        options = SqliteDatabase.Options(Path.Combine(directory, "test.db"));
        using var db = new ChatLeadsDb(options);
        SqliteDatabase.Migrate(db);
        db.Staff.AddRange(new StaffRow { Name = "Marta" }, new StaffRow { Name = "Jorge" });
        db.SaveChanges();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Over_any_history_the_cells_are_the_plain_count() => AnyHistory.Sample(
        history =>
        {
            using var db = new ChatLeadsDb(options);
            Empty(db);
            var anonymous = new List<(DateOnly Day, Segment Segment, bool Refused)>();
            foreach (var (deed, who, what) in history)
            {
                using var transaction = db.Database.BeginTransaction();
                Do(db, deed, who, what, anonymous);
                db.SaveChanges();
                transaction.Commit();
                db.ChangeTracker.Clear();
            }
            Assert.Equal(PlainCount(db, anonymous), db.DailyCounts.AsNoTracking().ToList().ConvertAll(Show).Order());
        },
        iter: 40, threads: 1);

    [Fact]
    public void What_is_rolled_back_is_not_counted()
    {
        using var db = new ChatLeadsDb(options);
        using (db.Database.BeginTransaction())
            Consent(db, 1, 1);

        Assert.Empty(db.DailyCounts);
    }

    private static void Do(ChatLeadsDb db, Deed deed, int who, int what, List<(DateOnly, Segment, bool)> anonymous)
    {
        var day = Start.AddDays(what);
        var visit = new Visit(Source: Sources[who % 3], Campaign: who % 2 == 0 ? "autumn" : null);
        var lead = db.Leads.OrderBy(row => row.Number).Skip(who % Math.Max(1, db.Leads.Count())).FirstOrDefault();
        switch (deed)
        {
            case Deed.Talk or Deed.Refuse:
                var segment = LeadPaths.SegmentOf(who % 4 == 0 ? "telegram" : "webchat", "es", visit);
                if (deed == Deed.Talk)
                    DailyCounts.AddContact(db, day, segment);
                else
                    DailyCounts.AddRefusal(db, day, segment);
                anonymous.Add((day, segment, deed == Deed.Refuse));
                break;
            case Deed.Consent or Deed.TurnHot or Deed.Speak:
                Consent(db, who, what, deed == Deed.TurnHot ? Temperature.Hot : Temperature.Cold, visit, what % 2 == 0 ? "es" : "en");
                break;
            case Deed.Erase when lead is not null:
                Erasure.Erase(db, null, lead.Number, [1]);
                break;
            default:
                Change(lead, deed, who, what, day);
                break;
        }
    }

    private static void Change(LeadRow? lead, Deed deed, int who, int what, DateOnly day)
    {
        if (lead is not null && deed == Deed.Move)
            lead.Move(Targets[what % Targets.Length], At(day), day, "1", what % 5 == 0 ? "Too expensive" : "");
        else if (lead is not null && deed == Deed.Reassign)
            lead.OwnerId = what % 3 == 0 ? null : 1 + what % 2;
        else if (lead is not null && deed == Deed.Resource)
            lead.Source = Sources[what % 3];
        else if (lead is not null && deed == Deed.Pay)
            (lead.Amount, lead.Currency) = (what * 10, who % 2 == 0 ? "EUR" : "USD");
    }

    /// <summary>A conversation's turn: the first makes a lead, later ones bring it up to date or join it by its address.</summary>
    private static void Consent(
        ChatLeadsDb db, int who, int what, Temperature temperature = Temperature.Cold, Visit? visit = null, string language = "es")
    {
        var id = $"visitor-{who}";
        var row = db.Conversations.SingleOrDefault(known => known.ExternalId == id);
        if (row is null)
            db.Conversations.Add(row = new ConversationRow { Channel = "webchat", ExternalId = id, StateJson = "{}" });
        db.SaveChanges();
        var day = Start.AddDays(what);
        var fact = new Fact(Field.Email, new TextValue($"p{what % 12}@example.com"), new Quote("m", "mine", At(day)));
        var score = new Score(temperature == Temperature.Hot ? 80 : 10, temperature, [], []);
        var snapshot = new LeadSnapshot([fact], score, temperature == Temperature.Hot ? Stage.Mql : Stage.Lead, language, "webchat", visit, false);
        LeadStore.Keep(db, row, snapshot, _ => score, At(day), day);
    }

    /// <summary>Written without the roll-up's arithmetic: each cell is counted over the rows by itself.</summary>
    private static IEnumerable<string> PlainCount(ChatLeadsDb db, List<(DateOnly Day, Segment Segment, bool Refused)> anonymous)
    {
        var leads = db.Leads.AsNoTracking().ToList();
        var cells =
            from way in Enum.GetValues<SplitBy>()
            from part in leads.Select(lead => Part(lead, way)).Concat(anonymous.Select(one => Part(one.Segment, way))).OfType<string>().Distinct()
            let mine = leads.Where(lead => Part(lead, way) == part).ToList()
            let people = anonymous.Where(one => Part(one.Segment, way) == part).ToList()
            from basis in Enum.GetValues<Basis>()
            from day in Enumerable.Range(0, 62).Select(number => Start.AddDays(number))
            let counts = Count(mine, people, basis, day)
            where counts.Any(count => count > 0)
            select $"{way} {basis} {day:yyyy-MM-dd} {part}: {string.Join(' ', counts)}";
        return cells.Order();
    }

    private static int[] Count(List<LeadRow> leads, List<(DateOnly Day, Segment, bool Refused)> people, Basis basis, DateOnly day)
    {
        return
        [
            people.Count(one => one.Day == day && !one.Refused), people.Count(one => one.Day == day && one.Refused),
            leads.Count(lead => lead.EnteredOn == day), leads.Count(lead => basis == Basis.Cohort && lead.HotAt is not null && lead.EnteredOn == day),
            On(lead => lead.MqlOn), On(lead => lead.SqlOn), On(lead => lead.OpportunityOn), On(lead => lead.CustomerOn),
            On(lead => lead.Stage == Stage.Lost ? lead.LeftOn : null), On(lead => lead.Stage == Stage.Disqualified ? lead.LeftOn : null),
        ];

        int On(Func<LeadRow, DateOnly?> reached) =>
            leads.Count(lead => reached(lead) is { } then && (basis == Basis.Cohort ? lead.EnteredOn : then) == day);
    }

    private static string Show(DailyCountRow row) =>
        $"{row.By} {row.Basis} {row.Day:yyyy-MM-dd} {row.Part}: {row.Contacts} {row.Refusals} {row.Leads} {row.Hot} "
        + $"{row.Mql} {row.Sql} {row.Opportunities} {row.Customers} {row.Lost} {row.Disqualified}";

    /// <summary>Null where it is of no part: a lead that has not left.</summary>
    private static string? Part(LeadRow lead, SplitBy by) => by switch
    {
        SplitBy.Source => lead.Source?.ToLowerInvariant() ?? "",
        SplitBy.Campaign => lead.Campaign ?? "",
        SplitBy.Rep => $"{lead.OwnerId}",
        SplitBy.Language => lead.Language,
        SplitBy.Channel => lead.Channel,
        _ => lead.LeftOn is null ? null : $"{lead.Stage}/{Furthest(lead)}/{lead.LeftReason!.ToLowerInvariant()}",
    };

    private static string? Part(Segment segment, SplitBy by) => by is SplitBy.Rep or SplitBy.Exit ? null : segment.Part(by);

    private static Stage Furthest(LeadRow lead) =>
        lead.CustomerOn is not null ? Stage.Customer : lead.OpportunityOn is not null ? Stage.Opportunity
        : lead.SqlOn is not null ? Stage.Sql : lead.MqlOn is not null ? Stage.Mql : Stage.Lead;

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.Zero);

    private static void Empty(ChatLeadsDb db)
    {
        db.Leads.ExecuteDelete();
        db.Conversations.ExecuteDelete();
        db.Consents.ExecuteDelete();
        db.DailyCounts.ExecuteDelete();
    }
}
