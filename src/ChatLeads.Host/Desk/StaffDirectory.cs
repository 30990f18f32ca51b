using ChatLeads.Channels;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>The staff, as the database has them at this moment: another process (the command line) may change them.</summary>
internal sealed class StaffDirectory(IDbContextFactory<ChatLeadsDb> databases, TimeProvider clock) : IStaffDirectory
{
    public IReadOnlyCollection<Staff> All
    {
        get
        {
            using var db = databases.CreateDbContext();
            return Present(db).OrderBy(row => row.Id).AsEnumerable().Select(row => row.ToStaff()).ToList();
        }
    }

    public async ValueTask<Staff?> Find(int id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await Present(db).SingleOrDefaultAsync(row => row.Id == id, cancellation))?.ToStaff();
    }

    public async ValueTask<bool> IsSignedIn(string session, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        return await db.Sessions.AnyAsync(row => row.TokenHash == session && row.ExpiresAt > now, cancellation);
    }

    private static IQueryable<StaffRow> Present(ChatLeadsDb db) => db.Staff.AsNoTracking().Where(row => row.LeftAt == null);
}
