using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>The same tables on a PostgreSQL server: a type of its own, so that it has its own migrations.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ChatLeadsDb(options);
