using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatLeads.Storage.Tests;

public sealed class OutboxStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string directory = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly ChatLeadsDb db;

    public OutboxStoreTests()
    {
        db = new PooledDbContextFactory<ChatLeadsDb>(SqliteDatabase.Options(Path.Combine(directory, "test.db"))).CreateDbContext();
        SqliteDatabase.Migrate(db);
    }

    public void Dispose()
    {
        db.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Due_is_the_first_of_each_recipient()
    {
        Add("ana", "a1", due: -2);
        Add("ana", "a2", due: -1);
        Add("bob", "b1", due: 0);
        Add("cid", "c1", due: 5);

        Assert.Equal(["a1", "b1"], await Due());
    }

    [Fact]
    public async Task What_waits_for_a_retry_holds_back_its_own_recipient_alone()
    {
        Add("ana", "a1", due: -2, retry: 3);
        Add("ana", "a2", due: -1);
        Add("bob", "b1", due: -1, retry: -1);

        Assert.Equal(["b1"], await Due());
        Assert.Equal(Now.AddMinutes(3), await OutboxStore.NextDue(db, Now, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_due_in_days_holds_back_nothing()
    {
        Add("ana", "nurture", due: 5000);
        Add("ana", "alert", due: 0);

        Assert.Equal(["alert"], await Due());
    }

    private async Task<IEnumerable<string>> Due() =>
        (await OutboxStore.Due(db, Now, 10, CancellationToken.None)).Select(row => row.Kind);

    private void Add(string recipient, string kind, int due, int? retry = null)
    {
        db.Outbox.Add(new OutboxRow
        {
            Recipient = recipient, Kind = kind, DueAt = Now.AddMinutes(due), RetryAt = retry is { } minutes ? Now.AddMinutes(minutes) : null,
        });
        db.SaveChanges();
    }
}
