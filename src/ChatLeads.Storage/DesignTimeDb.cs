using Microsoft.EntityFrameworkCore.Design;

namespace ChatLeads.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --project src/ChatLeads.Storage --context ChatLeadsDb --output-dir Migrations</c>.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<ChatLeadsDb>
{
    public ChatLeadsDb CreateDbContext(string[] args) => new(SqliteDatabase.Options("design-time.db"));
}

/// <summary>The same with <c>--context PostgresDb --output-dir Migrations/Postgres</c>.</summary>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(PostgresDatabase.Options("Host=design-time"));
}
