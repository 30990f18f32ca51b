using ChatLeads.Core.Funnels;
using ChatLeads.Host.Demo;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Host.Tests;

public sealed class DemoTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ChatLeadsOptions options = new() { DataDirectory = Directory.CreateTempSubdirectory("chatleads-").FullName };

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(options.DataDirectory, recursive: true);
    }

    [Fact]
    public async Task An_empty_database_is_filled_and_a_filled_one_is_left_alone()
    {
        await DemoFill.Run(options, Dialogs.Load(options), Now, 60);

        await using var db = options.Place().Open();
        var leads = await db.Leads.AsNoTracking().Include(lead => lead.StageChanges).ToListAsync();
        Assert.InRange(leads.Count, 20, 60);
        Assert.All(leads, lead => Assert.InRange(lead.CreatedAt, Now.AddDays(-91), Now));
        Assert.All(leads, lead => Assert.All(lead.StageChanges, change => Assert.True(change.At <= Now)));
        Assert.Contains(leads, lead => lead.OwnerId is not null);
        Assert.Equal(60, await db.DailyCounts.Where(row => row.By == SplitBy.Channel && row.Basis == Basis.Cohort).SumAsync(row => row.Contacts));

        var refused = await Assert.ThrowsAsync<StartupException>(() => DemoFill.Run(options, Dialogs.Load(options), Now, 60));
        Assert.Contains("empty database", refused.Message);
    }
}
