using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatLeads.Storage.Tests;

public sealed class DbWriterTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly PooledDbContextFactory<ChatLeadsDb> databases;

    public DbWriterTests()
    {
        databases = new PooledDbContextFactory<ChatLeadsDb>(SqliteDatabase.Options(Path.Combine(directory, "test.db")));
        using var db = databases.CreateDbContext();
        SqliteDatabase.Migrate(db);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task What_fails_takes_nobody_with_it()
    {
        using var writer = new DbWriter(databases);
        using var busy = new ManualResetEventSlim();
        var first = writer.Write(_ => busy.Wait()); // The others queue up meanwhile and share a commit.

        var others = Enumerable.Range(1, 50).Select(number => writer.Write(db =>
        {
            db.Staff.Add(new StaffRow { Name = $"{number}" });
            if (number % 10 == 0)
                throw new InvalidOperationException($"{number}");
        })).ToList();
        busy.Set();
        await first;
        foreach (var (other, number) in others.Select((other, index) => (other, index + 1)))
            if (number % 10 == 0)
                Assert.Equal($"{number}", (await Assert.ThrowsAsync<InvalidOperationException>(() => other)).Message);
            else
                await other;

        await using var db = databases.CreateDbContext();
        Assert.Equal(45, await db.Staff.CountAsync());
        Assert.False(await db.Staff.AnyAsync(person => person.Name == "10"));
    }

    [Fact]
    public async Task What_is_done_is_on_disk_for_every_other_connection()
    {
        using var writer = new DbWriter(databases);
        await using var db = databases.CreateDbContext();
        for (var number = 1; number <= 20; number++)
        {
            await writer.Write(db => { db.Staff.Add(new StaffRow { Name = "x" }); });
            Assert.Equal(number, await db.Staff.CountAsync());
        }
    }

    [Fact]
    public async Task What_was_handed_in_is_finished_at_the_end()
    {
        var writer = new DbWriter(databases);
        var work = Enumerable.Range(0, 100).Select(_ => writer.Write(db => { db.Staff.Add(new StaffRow { Name = "x" }); })).ToList();

        writer.Dispose();
        await Task.WhenAll(work);

        await using var db = databases.CreateDbContext();
        Assert.Equal(100, await db.Staff.CountAsync());
        Assert.Throws<ObjectDisposedException>(() => { _ = writer.Write(_ => { }); });
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task The_file_is_durable_and_forgets_for_good(string pragma, string expected)
    {
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        Assert.Equal(expected, $"{await command.ExecuteScalarAsync()}");
    }

    [Fact]
    public async Task Nothing_differs_between_the_model_and_the_migrations()
    {
        await using var db = databases.CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
