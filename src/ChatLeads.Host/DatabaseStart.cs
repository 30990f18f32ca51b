using System.Data.Common;
using ChatLeads.Core.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host;

/// <summary>Before anything listens: brings the database to this version and sees to it that somebody can sign in.</summary>
internal sealed class DatabaseStart(
    IDbContextFactory<ChatLeadsDb> databases, Housekeeping housekeeping, ChatLeadsOptions options, TimeProvider clock,
    IServiceProvider services) : IHostedService, IDisposable
{
    private IDisposable? serverLock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<DataLock>(); // Held from here until the program ends.
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        Migrate(db);
        if (!await db.Staff.AnyAsync(cancellationToken))
        {
            db.Staff.Add(new StaffRow
            {
                Name = options.OwnerName,
                Role = Role.Manager,
                Language = options.OwnerLanguage,
                CreatedAt = clock.GetUtcNow(),
            });
        }
        housekeeping.Schedule(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Migrate(ChatLeadsDb db)
    {
        var place = options.Place();
        try
        {
            place.Migrate(db);
            if (place.Postgres is { } server)
                serverLock = PostgresDatabase.Lock(server)
                    ?? throw new StartupException([$"{place.Name} is in use by another ChatLeads. Stop that one, or let ChatLeads:Database name another database."]);
        }
        catch (DbException failure)
        {
            throw new StartupException([$"{place.Name} cannot be used. {failure.Message} {(place.Postgres is null
                ? "Put a backup in its place, or point ChatLeads:DataDirectory to another folder."
                : "Mend ChatLeads:Database or the server; without that setting a SQLite file is used.")}"]);
        }
    }

    public void Dispose() => serverLock?.Dispose();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
