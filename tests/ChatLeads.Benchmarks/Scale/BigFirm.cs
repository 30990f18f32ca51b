using System.Diagnostics;
using ChatLeads.Channels;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Core.Funnels;
using ChatLeads.Host;
using ChatLeads.Host.Desk;
using ChatLeads.Host.Desk.Reports;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLeads.Benchmarks.Scale;

/// <summary>The whole program, not started, over a database with many leads; and the clock of each answer.</summary>
internal sealed class BigFirm(IServiceProvider services)
{
    private const int Times = 31;
    private static readonly string[] Talk = ["hola, busco un programa de citas, somos 14", "ana@example.com", "sí, de acuerdo", "Ana Ruiz", "unos 6000 € al año", "cuanto antes, lo decido yo"];

    private readonly IDbContextFactory<ChatLeadsDb> databases = services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private readonly Random random = new(1);
    private int count;
    private Staff manager = null!;
    private Staff rep = null!;

    public double Megabytes
    {
        get
        {
            using var db = databases.CreateDbContext();
            return db.Database.IsSqlite()
                ? db.Database.SqlQuery<long>($"""SELECT page_count * page_size AS "Value" FROM pragma_page_count(), pragma_page_size()""").Single() / 1e6
                : db.Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """).Single() / 1e6;
        }
    }

    public async Task Fill(int leads)
    {
        await Turn("template"); // A real lead: its score, with all reasons, is everybody's.
        await using var db = await databases.CreateDbContextAsync();
        var first = await db.Leads.AsNoTracking().OrderBy(lead => lead.Number).FirstAsync();
        var reps = Enumerable.Range(1, 5).Select(number => new StaffRow { Name = $"Rep {number}", Role = Role.Rep, Language = "es", CreatedAt = now }).ToList();
        db.Staff.AddRange(reps);
        await db.SaveChangesAsync();
        (manager, rep, count) = (db.Staff.First(row => row.Role == Role.Manager).ToStaff(), reps[0].ToStaff(), leads);
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;");
        }
        new ScaleFill(db, now, first.ScoreJson).Run(1000, leads, [.. reps.Select(row => row.Id)]);
#pragma warning disable EF1002 // No word of it comes from outside.
        if (!db.Database.IsSqlite())
            foreach (var (table, column) in new[] { ("Leads", "Number"), ("Conversations", "Id"), ("StageChanges", "Id") })
                await db.Database.ExecuteSqlRawAsync($"""SELECT setval(pg_get_serial_sequence('"{table}"', '{column}'), (SELECT max("{column}") FROM "{table}"))""");
#pragma warning restore EF1002
    }

    public async Task<Dictionary<string, double>> Ask() => new()
    {
        ["today's hot leads, manager"] = Median(() => Answer(manager, "leads calientes de hoy")),
        ["today's hot leads, rep"] = Median(() => Answer(rep, "leads calientes de hoy")),
        ["a lead's sheet"] = Median(() => Answer(manager, $"ficha del lead {1000 + random.Next(count)}")),
        ["funnel of a month by source"] = Median(Funnel),
        ["all hot leads"] = Median(() => Answer(manager, "leads calientes")),
        ["a rep's leads"] = Median(() => Answer(manager, "leads de Rep 3")),
        ["a company by name"] = Median(() => Answer(manager, $"ficha de Clínica {1000 + random.Next(count)}")),
        ["a frequent name"] = Median(() => Answer(manager, "ficha de Ana Ruiz")),
        ["my day"] = Median(() => Answer(rep, "mi día")),
        ["speed of this month"] = Median(() => Answer(manager, "velocidad este mes")),
        ["a new lead's six turns"] = await Median(async () => await Turn($"new-{random.Next()}")),
    };

    private void Answer(Staff staff, string text)
    {
        using var db = databases.CreateDbContext();
        var key = WebChatIdentity.ForStaff(staff.Id).Conversation;
        var outcome = services.GetRequiredService<StaffDesk>().Answer(db, staff, new Inbound(key, "1", key.Id, new TextSent(text), staff), now, mayChange: false);
        if (outcome is not { Replies.Count: > 0 })
            throw new InvalidOperationException($"No answer to {text}");
    }

    /// <summary>All but the picture.</summary>
    private void Funnel()
    {
        using var db = databases.CreateDbContext();
        var desk = new DeskTurn(db, manager, services.GetRequiredService<CurrentDialogs>().Now, services.GetRequiredService<StaffDirectory>(), now);
        var month = desk.Today.AddDays(1 - desk.Today.Day).AddMonths(-1);
        var input = new DeskInput("embudo del mes pasado por fuente", Role.Manager, desk.Today, "EUR", new DeskContext(), new TimeOnly(9, 0));
        if (desk.Dialogs.Desk.Parser.ParseAll(input) is not [{ Request: DeskRequest.Funnel { By: Breakdown.Source } }])
            throw new InvalidOperationException("The funnel was not understood.");
        var period = new Core.Funnels.Period(month, month.AddMonths(1).AddDays(-1));
        FunnelText.Of(desk, FunnelFigures.Read(db, period, period.Before, SplitBy.Source));
    }

    private async Task Turn(string person)
    {
        var turns = services.GetRequiredService<ITurns>();
        var key = new ConversationKey(WebChatIdentity.VisitorChannel, person);
        foreach (var (text, number) in Talk.Select((text, number) => (text.Replace("ana@", $"{person}@"), number)))
            await turns.Take(new Inbound(key, $"m{number}", person, new TextSent(text), Locale: "es"), CancellationToken.None);
    }

    private static double Median(Action action) => Median(() => { action(); return Task.CompletedTask; }).GetAwaiter().GetResult();

    private static async Task<double> Median(Func<Task> action)
    {
        for (var warm = 0; warm < 5; warm++)
            await action();
        var times = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var began = Stopwatch.GetTimestamp();
            await action();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return times[Times / 2];
    }
}
