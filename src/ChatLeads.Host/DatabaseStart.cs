using ChatLeads.Core.Desk;
using ChatLeads.Host.Outbox;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host;

/// <summary>Before anything listens: brings the database to this version and sees to it that somebody can sign in.</summary>
internal sealed class DatabaseStart(
    IDbContextFactory<ChatLeadsDb> databases, Housekeeping housekeeping, ChatLeadsOptions options, TimeProvider clock,
    IServiceProvider services) : IHostedService
{
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
        try
        {
            SqliteDatabase.Migrate(db);
        }
        catch (SqliteException failure)
        {
            throw new StartupException([$"{Path.GetFullPath(options.Database())} cannot be used. {failure.Message} Put a backup in its place, or point ChatLeads:DataDirectory to another folder."]);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
