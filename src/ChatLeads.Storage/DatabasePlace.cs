using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace ChatLeads.Storage;

/// <summary>Where all is kept: on a PostgreSQL server, or in a SQLite file.</summary>
/// <param name="File">The file, when there is no <paramref name="Postgres"/>.</param>
/// <param name="Postgres">A connection string such as <c>Host=localhost;Database=chatleads;Username=…</c>.</param>
public sealed record DatabasePlace(string File, string? Postgres = null)
{
    /// <summary>What people know it by; no password in it.</summary>
    public string Name => Postgres is null ? Path.GetFullPath(File) : Named(Postgres);

    /// <summary>Whether there may be one: a server is asked when it is opened.</summary>
    public bool Exists => Postgres is not null || System.IO.File.Exists(File);

    public ChatLeadsDb Open() => Postgres is null
        ? new ChatLeadsDb(SqliteDatabase.Options(File))
        : new PostgresDb(PostgresDatabase.Options(Postgres));

    /// <param name="durable">False: a power cut may take what was committed last. For what can be made anew.</param>
    public IDbContextFactory<ChatLeadsDb> Pool(bool durable = true) => Postgres is null
        ? new PooledDbContextFactory<ChatLeadsDb>(SqliteDatabase.Options(File, durable))
        : new PostgresPool(new PooledDbContextFactory<PostgresDb>(PostgresDatabase.Options(Postgres, durable)));

    /// <summary>Builds what the first use of a database waits for, opening none yet: to be done while other things load.</summary>
    public void WarmUp()
    {
        if (Postgres is null)
            SqliteDatabase.WarmUp();
        else
            using (var db = Open())
                _ = db.Model;
    }

    /// <summary>Creates it or brings it to this program's version.</summary>
    /// <exception cref="DbException">It cannot be opened.</exception>
    public void Migrate(ChatLeadsDb db)
    {
        if (Postgres is null)
            SqliteDatabase.Migrate(db);
        else
            PostgresDatabase.Migrate(db);
    }

    /// <summary>What is wrong with a connection string; null when nothing is to be seen.</summary>
    public static string? Error(string postgres)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(postgres).Host is { Length: > 0 } ? null : "names no Host.";
        }
        catch (ArgumentException failure)
        {
            return failure.Message;
        }
    }

    private static string Named(string postgres)
    {
        var server = new NpgsqlConnectionStringBuilder(postgres);
        return $"PostgreSQL {server.Host}:{server.Port}/{server.Database ?? server.Username}";
    }

    private sealed class PostgresPool(PooledDbContextFactory<PostgresDb> pool) : IDbContextFactory<ChatLeadsDb>
    {
        public ChatLeadsDb CreateDbContext() => pool.CreateDbContext();
    }
}
