using System.Collections.Frozen;
using ChatLeads.Channels;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Desk;

/// <summary>The staff, in memory: asked at each of their updates. Whoever changes a row reloads it.</summary>
internal sealed class StaffDirectory : IStaffDirectory
{
    private volatile FrozenDictionary<int, Staff> present = FrozenDictionary<int, Staff>.Empty;

    public IReadOnlyCollection<Staff> All => present.Values;

    public ValueTask<Staff?> Find(int id, CancellationToken cancellation) => new(present.GetValueOrDefault(id));

    public async Task Reload(ChatLeadsDb db, CancellationToken cancellation)
    {
        var rows = await db.Staff.AsNoTracking().Where(row => row.LeftAt == null).ToListAsync(cancellation);
        present = rows.Select(row => row.ToStaff()).ToFrozenDictionary(person => person.Id);
    }
}
