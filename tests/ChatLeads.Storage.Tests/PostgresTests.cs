using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage.Tests;

/// <summary>What is written by hand, or differs between the databases, on a real server.</summary>
public sealed class PostgresTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly DatabasePlace place;
    private readonly string connection;
    private readonly ChatLeadsDb db;

    public PostgresTests(PostgresServer server)
    {
        connection = server.NewDatabase();
        place = new DatabasePlace("", connection);
        db = place.Open();
        place.Migrate(db);
    }

    public void Dispose() => db.Dispose();

    [Fact]
    public void Nothing_differs_between_the_model_and_the_migrations()
    {
        place.Migrate(db); // A second start changes nothing.
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Writes_share_commits_and_what_fails_takes_nobody_with_it()
    {
        using var writer = new DbWriter(place.Pool());
        using var busy = new ManualResetEventSlim();
        var first = writer.Write(_ => busy.Wait());
        var others = Enumerable.Range(1, 20).Select(number => writer.Write(write =>
        {
            write.Staff.Add(new StaffRow { Name = number == 7 ? null! : $"{number}" }); // The server itself refuses the seventh.
        })).ToList();
        busy.Set();
        await first;

        for (var number = 1; number <= 20; number++)
            if (number == 7)
                await Assert.ThrowsAsync<DbUpdateException>(() => others[6]);
            else
                await others[number - 1];

        Assert.Equal(19, await db.Staff.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_conversation_is_kept_by_prepared_statements_and_erased_with_what_named_the_person()
    {
        var lead = Lead("Ana Ruiz", "Clínica Albor", "Zaragoza");
        var conversation = new ConversationRow { Channel = "webchat", ExternalId = "x", LeadNumber = lead.Number, StateJson = "{}" };
        var desk = new ConversationRow { Channel = "desk", ExternalId = "staff-1", StaffId = 1, StateJson = "{}" };
        db.AddRange(conversation, desk);
        db.ContactPoints.Add(new ContactPointRow { Kind = "email", Value = "ana@example.com", LeadNumber = lead.Number });
        db.SaveChanges();
        db.Database.OpenConnection();
        var statements = ConversationStatements.Of(db);
        foreach (var (row, number) in new[] { conversation, desk, desk }.Select((row, index) => (row, index)))
            statements.Insert(db, new MessageRow
            {
                ConversationId = row.Id,
                Sequence = number,
                ReplyJson = number == 1 ? "call Ana@example.com" : number == 2 ? "call ana@example.com" : "hello",
                At = Now,
                Mentions = null,
            });
        statements.Insert(db, new ProcessedUpdateRow { ConversationId = conversation.Id, UpdateId = "u", Sequence = 1 });
        statements.Update(db, conversation.Id, """{"a":1}""", Now);

        Erasure.Erase(db, null, lead.Number, [1, 2, 3]);
        db.SaveChanges();
        Erasure.TruncateLog(db);

        Assert.Equal(["call Ana@example.com"], db.Messages.Select(row => row.ReplyJson));
        Assert.Empty(db.ProcessedUpdates);
        Assert.Empty(db.Leads);
        Assert.Empty(db.DailyCounts);
        Assert.Throws<DbUpdateConcurrencyException>(() => statements.Update(db, conversation.Id, "{}", Now));
    }

    [Fact]
    public void Roll_ups_follow_the_leads()
    {
        var (ana, pol) = (Lead("Ana", "", ""), Lead("Pol", "", ""));
        ana.Move(Stage.Customer, Now, Today.AddDays(3), "1", "");
        (ana.Amount, ana.Currency) = (1200.50m, "EUR");
        pol.Move(Stage.Lost, Now, Today, "1", "price");
        db.SaveChanges();
        CostStore.Enter(db, new Cost("google", 310, "EUR", new Period(Today, Today)), "", null, Now);
        db.SaveChanges();

        var report = FunnelStore.Report(db, new Period(Today, Today), by: SplitBy.Source);
        Assert.Equal(("google", 2, 1, 1), (report.Parts.Single().Name, report.Total.Leads, report.Total.Customers, report.Total.Lost));
        Assert.Equal(1200.50m, FunnelStore.Customers(db, new Period(Today, Today)).Single().Amount);
        Assert.Equal(310, CostStore.Costs(db, new Period(Today, Today)).Single().Amount);
        Assert.Equal(2, FunnelStore.LeadsByDay(db, new Period(Today, Today))[Today]);
    }

    [Fact]
    public void Leads_are_found_by_words_without_case_and_accents()
    {
        var albor = Lead("Ana Ruiz", "Clínica Albor", "Zaragoza");
        Lead("Pol Vidal", "Taller Ana", "Reus");

        Assert.Equal([albor.Number], Numbers(db.Leads.Named(db, "clinica ALBOR")));
        Assert.Equal([albor.Number], Numbers(db.Leads.In(db, "zarago")));
        Assert.Empty(Numbers(db.Leads.Named(db, "zaragoza")));
        Assert.Equal(2, Numbers(db.Leads.Mentioning(db, "ana")).Count);
        albor.SearchText = LeadText.Of(new LeadRow { Name = "Eva" }, null);
        db.SaveChanges();
        Assert.Single(Numbers(db.Leads.Mentioning(db, "ana")));
    }

    [Fact]
    public async Task Due_is_the_first_of_each_recipient()
    {
        foreach (var (recipient, kind, minutes) in new[] { ("ana", "a1", -2), ("ana", "a2", -1), ("bob", "b1", 0), ("cid", "c1", 5) })
            db.Outbox.Add(new OutboxRow { Recipient = recipient, Kind = kind, DueAt = Now.AddMinutes(minutes) });
        db.SaveChanges();

        Assert.Equal(["a1", "b1"], (await OutboxStore.Due(db, Now, 10, TestContext.Current.CancellationToken)).Select(row => row.Kind));
        Assert.Equal(Now.AddMinutes(5), await OutboxStore.NextDue(db, Now, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_audit_log_cannot_be_changed()
    {
        db.Audit.Add(new AuditRow { Request = "lead" });
        db.SaveChanges();

        Assert.ThrowsAny<Exception>(() => db.Audit.ExecuteDelete());
        Assert.ThrowsAny<Exception>(() => db.Audit.ExecuteUpdate(set => set.SetProperty(row => row.Request, "x")));
        Assert.Single(db.Audit);
    }

    [Fact]
    public void One_program_holds_the_lock()
    {
        using (var held = PostgresDatabase.Lock(connection))
        {
            Assert.NotNull(held);
            Assert.Null(PostgresDatabase.Lock(connection));
        }
        using var next = PostgresDatabase.Lock(connection);
        Assert.NotNull(next);
    }

    private LeadRow Lead(string name, string company, string place)
    {
        var lead = new LeadRow { Name = name, Company = company, Location = place, Source = "Google", EnteredOn = Today, CreatedAt = Now, Language = "es", Channel = "webchat" };
        lead.SearchText = LeadText.Of(lead, null);
        db.Leads.Add(lead);
        db.SaveChanges();
        return lead;
    }

    private static List<int> Numbers(IQueryable<LeadRow> leads) => [.. leads.OrderBy(lead => lead.Number).Select(lead => lead.Number)];
}
