using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatLeads.Storage;

/// <summary>How the SQLite file is opened: durable (FULL), and so that nothing deleted stays readable in it.</summary>
public static class SqliteDatabase
{
    /// <summary>Older ones may corrupt a WAL database when a checkpoint and a commit meet (sqlite.org/wal.html).</summary>
    public static readonly Version OldestSafe = new(3, 51, 3);

    /// <param name="durable">False: a power cut may take what was committed last.</param>
    public static DbContextOptions<ChatLeadsDb> Options(string file, bool durable = true) =>
        new DbContextOptionsBuilder<ChatLeadsDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString())
            .AddInterceptors(durable ? Pragmas.Durable : Pragmas.Fast)
            // A test compares model and migrations; at every start it would cost a quarter of a second.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;

    /// <summary>
    /// Builds what the first use of a database waits for, on one in memory that is gone at once: to be done while other things
    /// load.
    /// </summary>
    public static void WarmUp()
    {
        using var db = new ChatLeadsDb(Options(":memory:"));
        db.Database.OpenConnection(); // It lives as long as its connection.
        _ = db.Model;
    }

    /// <summary>Creates the file or brings it to this program's version.</summary>
    /// <exception cref="InvalidOperationException">The SQLite library is too old to be trusted.</exception>
    public static void Migrate(ChatLeadsDb db)
    {
        SQLitePCL.Batteries_V2.Init();
        var version = new Version(SQLitePCL.raw.sqlite3_libversion().utf8_to_string());
        if (version < OldestSafe)
            throw new InvalidOperationException($"SQLite {version} is too old: {OldestSafe} or later is needed.");
        db.Database.Migrate();
        db.Database.ExecuteSqlRaw(AppendOnly);
        db.Database.ExecuteSqlRaw(WordsIndex);
    }

    private const string AppendOnly =
        """
        CREATE TRIGGER IF NOT EXISTS "AuditStays" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS "AuditIsKept" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        """;

    /// <summary>
    /// What <see cref="LeadText"/> searches by: the words stand in the leads alone and follow their changes; what is deleted
    /// leaves nothing behind (fts5, "secure-delete").
    /// </summary>
    private const string WordsIndex =
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS "LeadWords" USING fts5("SearchText", content='Leads', content_rowid='Number', tokenize='unicode61 remove_diacritics 0');
        INSERT INTO "LeadWords" ("LeadWords", rank) VALUES ('secure-delete', 1);
        CREATE TRIGGER IF NOT EXISTS "LeadWordsAdded" AFTER INSERT ON "Leads" BEGIN
            INSERT INTO "LeadWords" (rowid, "SearchText") VALUES (new."Number", new."SearchText");
        END;
        CREATE TRIGGER IF NOT EXISTS "LeadWordsGone" AFTER DELETE ON "Leads" BEGIN
            INSERT INTO "LeadWords" ("LeadWords", rowid, "SearchText") VALUES ('delete', old."Number", old."SearchText");
        END;
        CREATE TRIGGER IF NOT EXISTS "LeadWordsChanged" AFTER UPDATE OF "SearchText" ON "Leads" WHEN new."SearchText" <> old."SearchText" BEGIN
            INSERT INTO "LeadWords" ("LeadWords", rowid, "SearchText") VALUES ('delete', old."Number", old."SearchText");
            INSERT INTO "LeadWords" (rowid, "SearchText") VALUES (new."Number", new."SearchText");
        END;
        """;

    private sealed class Pragmas(string synchronous) : DbConnectionInterceptor
    {
        public static readonly Pragmas Durable = new("FULL");
        public static readonly Pragmas Fast = new("OFF");

        private readonly string text =
            $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-4000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
