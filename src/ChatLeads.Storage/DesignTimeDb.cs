using Microsoft.EntityFrameworkCore.Design;

namespace ChatLeads.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --project src/ChatLeads.Storage</c>.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<ChatLeadsDb>
{
    public ChatLeadsDb CreateDbContext(string[] args) => new(SqliteDatabase.Options("design-time.db"));
}
