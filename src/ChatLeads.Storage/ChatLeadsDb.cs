using ChatLeads.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatLeads.Storage;

/// <summary>All that is kept. Times are UTC, in milliseconds since 1970, so that both databases order them alike.</summary>
public class ChatLeadsDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<LeadRow> Leads => Set<LeadRow>();
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<ContactPointRow> ContactPoints => Set<ContactPointRow>();
    public DbSet<ConsentRow> Consents => Set<ConsentRow>();
    public DbSet<StageChangeRow> StageChanges => Set<StageChangeRow>();
    public DbSet<LeadChangeRow> LeadChanges => Set<LeadChangeRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    public DbSet<MessageRow> Messages => Set<MessageRow>();
    public DbSet<ProcessedUpdateRow> ProcessedUpdates => Set<ProcessedUpdateRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<DailyCountRow> DailyCounts => Set<DailyCountRow>();
    public DbSet<CostRow> Costs => Set<CostRow>();
    public DbSet<StaffRow> Staff => Set<StaffRow>();
    public DbSet<StaffAccountRow> StaffAccounts => Set<StaffAccountRow>();
    public DbSet<StaffGroupRow> StaffGroups => Set<StaffGroupRow>();
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();
    public DbSet<OfferRow> Offers => Set<OfferRow>();
    public DbSet<DigestRow> Digests => Set<DigestRow>();
    public DbSet<SignInCodeRow> SignInCodes => Set<SignInCodeRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>The roll-up follows the leads' changes in their transaction.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var own = Database.CurrentTransaction is null ? Database.BeginTransaction() : null;
        Storage.DailyCounts.Add(this, LeadPaths.Changes(ChangeTracker));
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        own?.Commit();
        return saved;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        Storage.DailyCounts.Add(this, LeadPaths.Changes(ChangeTracker));
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        LeadTables(modelBuilder);
        ConversationTables(modelBuilder);
        modelBuilder.Entity<OutboxRow>(outbox =>
        {
            outbox.HasIndex(row => row.DedupeKey).IsUnique();
            outbox.HasIndex(row => new { row.Recipient, row.DueAt, row.Id }).HasFilter("\"SentAt\" IS NULL AND \"DeadAt\" IS NULL");
            outbox.HasIndex(row => row.LeadNumber).HasFilter("\"LeadNumber\" IS NOT NULL");
            outbox.HasIndex(row => row.DueAt).HasFilter("\"SentAt\" IS NULL AND \"DeadAt\" IS NULL");
        });
        modelBuilder.Entity<DailyCountRow>(count =>
        {
            count.HasKey(row => new { row.By, row.Basis, row.Day, row.Part });
            count.Ignore(row => row.Counts);
        });
        modelBuilder.Entity<CostRow>().HasIndex(row => new { row.Source, row.Campaign, row.From, row.To, row.Currency }).IsUnique();
        StaffTables(modelBuilder);
    }

    private static void StaffTables(ModelBuilder model)
    {
        model.Entity<SignInCodeRow>().HasKey(row => row.CodeHash);
        model.Entity<SessionRow>().HasKey(row => row.TokenHash);
        model.Entity<DigestRow>().HasKey(row => row.StaffId);
        model.Entity<DigestRow>().HasOne<StaffRow>().WithMany().HasForeignKey(row => row.StaffId);
        model.Entity<InvitationRow>().HasKey(row => row.CodeHash);
        model.Entity<StaffAccountRow>().HasIndex(row => new { row.Channel, row.UserId }).IsUnique();
        model.Entity<StaffAccountRow>().HasOne<StaffRow>().WithMany().HasForeignKey(row => row.StaffId);
        model.Entity<StaffGroupRow>().HasIndex(row => new { row.Channel, row.Conversation }).IsUnique();
        model.Entity<OfferRow>().HasOne<LeadRow>().WithMany().HasForeignKey(row => row.LeadNumber);
        model.Entity<OfferRow>().HasIndex(row => row.OutboxId);
    }

    private static void LeadTables(ModelBuilder model)
    {
        model.Entity<LeadRow>(lead =>
        {
            lead.HasKey(row => row.Number);
            lead.Property(row => row.Number).ValueGeneratedOnAdd();
            lead.HasMany(row => row.Facts).WithOne().HasForeignKey(row => row.LeadNumber);
            lead.HasMany(row => row.ContactPoints).WithOne().HasForeignKey(row => row.LeadNumber);
            lead.HasMany(row => row.StageChanges).WithOne().HasForeignKey(row => row.LeadNumber);
            lead.HasOne<StaffRow>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Restrict);
            // Each list finds its page in an index alone, and only the page's rows are read.
            lead.HasIndex(row => new { row.HotAt, row.Temperature, row.OwnerId, row.Score, row.CreatedAt, row.ClaimedAt, row.FirstWordAt, row.Stage, row.SnoozedUntil }).HasFilter("\"HotAt\" IS NOT NULL");
            lead.HasIndex(row => new { row.Score, row.CreatedAt, row.Temperature, row.Stage, row.OwnerId });
            lead.HasIndex(row => new { row.OwnerId, row.Score, row.CreatedAt, row.Temperature, row.Stage, row.HotAt });
            lead.HasIndex(row => new { row.OwnerId, row.Amount, row.SnoozedUntil }).HasFilter("\"Stage\" = 'Opportunity'");
            lead.HasIndex(row => row.CreatedAt);
            lead.HasIndex(row => row.LastActivityAt);
            lead.HasIndex(row => new { row.EnteredOn, row.CustomerOn, row.Source, row.Amount, row.Currency }).HasFilter("\"CustomerOn\" IS NOT NULL");
            lead.HasMany<LeadChangeRow>().WithOne().HasForeignKey(row => row.LeadNumber);
            lead.HasIndex(row => new { row.SnoozedBy, row.SnoozedUntil }).HasFilter("\"SnoozedBy\" IS NOT NULL");
        });
        model.Entity<FactRow>().HasKey(row => new { row.LeadNumber, row.Field });
        model.Entity<ContactPointRow>().HasKey(row => new { row.Kind, row.Value });
        model.Entity<LeadChangeRow>().HasIndex(row => new { row.StaffId, row.Id });
        model.Entity<ConsentRow>().HasIndex(row => row.LeadNumber);
        model.Entity<ConsentRow>().HasIndex(row => row.ConversationId);
    }

    private static void ConversationTables(ModelBuilder model)
    {
        model.Entity<ConversationRow>(conversation =>
        {
            conversation.HasIndex(row => new { row.Channel, row.ExternalId }).IsUnique();
            conversation.HasIndex(row => row.LeadNumber);
            conversation.HasIndex(row => row.TakenBy).IsUnique();
            conversation.HasMany<MessageRow>().WithOne().HasForeignKey(row => row.ConversationId);
            conversation.HasMany<ProcessedUpdateRow>().WithOne().HasForeignKey(row => row.ConversationId);
        });
        model.Entity<MessageRow>().HasKey(row => new { row.ConversationId, row.Sequence });
        model.Entity<ProcessedUpdateRow>().HasKey(row => new { row.ConversationId, row.UpdateId });
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
