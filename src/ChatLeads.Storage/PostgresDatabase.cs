using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ChatLeads.Storage;

/// <summary>How a PostgreSQL database is opened and kept up to date. Version 14 or later.</summary>
public static class PostgresDatabase
{
    /// <summary>"ChatLead" in ASCII: who holds this lock is the one program that writes.</summary>
    private const long LockKey = 0x436861744C656164;

    private const int Prepared = 100;

    /// <param name="durable">False: a power cut may take what was committed last.</param>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static DbContextOptions<PostgresDb> Options(string connection, bool durable = true)
    {
        var parsed = new NpgsqlConnectionStringBuilder(connection);
        if (parsed.MaxAutoPrepare == 0)
            parsed.MaxAutoPrepare = Prepared;
        if (!durable)
            parsed.Options = $"{parsed.Options} -c synchronous_commit=off".Trim();
        return new DbContextOptionsBuilder<PostgresDb>()
            .UseNpgsql(parsed.ToString())
            // A test compares model and migrations; at every start it would cost a quarter of a second.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;
    }

    /// <summary>Creates the database or brings it to this program's version.</summary>
    public static void Migrate(ChatLeadsDb db)
    {
        db.Database.Migrate();
        db.Database.ExecuteSqlRaw(AppendOnly);
        db.Database.ExecuteSqlRaw(WordsIndex);
    }

    /// <summary>Held until disposed, or until the program dies; null when another program holds it.</summary>
    public static IDisposable? Lock(string connection)
    {
        // Not of the pool: a lock is its connection's.
        var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 30 }.ToString());
        own.Open();
        using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(@key)", own);
        command.Parameters.AddWithValue("key", LockKey);
        if (command.ExecuteScalar() is true)
            return own;
        own.Dispose();
        return null;
    }

    private const string AppendOnly =
        """
        CREATE OR REPLACE FUNCTION "AuditIsKept"() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
        CREATE OR REPLACE TRIGGER "AuditStays" BEFORE UPDATE OR DELETE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "AuditIsKept"();
        CREATE OR REPLACE TRIGGER "AuditIsNotEmptied" BEFORE TRUNCATE ON "Audit" FOR EACH STATEMENT EXECUTE FUNCTION "AuditIsKept"();
        """;

    /// <summary>What <see cref="LeadText"/> searches by.</summary>
    private const string WordsIndex =
        """CREATE INDEX IF NOT EXISTS "LeadWords" ON "Leads" USING gin (to_tsvector('simple', "SearchText"))""";
}
