using ChatLeads.Core.Funnels;
using ChatLeads.Core.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatLeads.Storage.Tests;

public sealed class DailyCountsTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private readonly string directory = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly ChatLeadsDb db;

    public DailyCountsTests()
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

    [Theory]
    [InlineData("Black-Friday 2026", "black-friday 2026")]
    [InlineData("otoño-2026-11-20", "otoño-2026-11-20")]
    [InlineData("ana@example.com", "other")]
    [InlineData("612345987", "other")]
    [InlineData("612 345 987", "other")]
    [InlineData("612.34.59.87", "other")]
    [InlineData("6123-4567", "other")]
    [InlineData("tel_6-1-2-3-4-5-9-8-7", "other")]
    [InlineData("+34 612 345 987", "other")]
    public void A_count_keeps_a_campaign_that_is_a_label_and_no_contact_point(string campaign, string kept)
    {
        using var transaction = db.Database.BeginTransaction();
        DailyCounts.AddContact(db, Day, LeadPaths.SegmentOf("webchat", "es", new Visit(Source: campaign, Campaign: campaign)));

        Assert.All(
            db.DailyCounts.AsNoTracking().Where(row => row.By == SplitBy.Source || row.By == SplitBy.Campaign).ToList(),
            row => Assert.Equal(kept, row.Part));
    }
}
