using System.Data.Common;
using System.Runtime.CompilerServices;
using ChatLeads.Core.Funnels;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>
/// The daily roll-up. Leads reach it by themselves whenever the context saves (<see cref="LeadPaths"/>); people who stay
/// anonymous are added here.
/// </summary>
public sealed class DailyCounts
{
    private const string Counts = "\"Contacts\", \"Refusals\", \"Leads\", \"Hot\", \"Mql\", \"Sql\", \"Opportunities\", \"Customers\", \"Lost\", \"Disqualified\"";

    private static readonly ConditionalWeakTable<DbConnection, DailyCounts> Prepared = [];
    private static readonly string[] Columns = Counts.Split(", ");

    private readonly PreparedStatement add;
    private readonly PreparedStatement drop;

    private DailyCounts(DbConnection connection)
    {
        add = new PreparedStatement(connection,
            $"""
            INSERT INTO "DailyCounts" ("By", "Basis", "Day", "Part", {Counts})
            VALUES (@p0, @p1, @p2, @p3, {string.Join(", ", Columns.Select((_, number) => $"@p{number + 4}"))})
            ON CONFLICT ("By", "Basis", "Day", "Part") DO UPDATE
            SET {string.Join(", ", Columns.Select(column => $"{column} = \"DailyCounts\".{column} + excluded.{column}"))}
            """);
        drop = new PreparedStatement(connection,
            $"""
            DELETE FROM "DailyCounts" WHERE "By" = @p0 AND "Basis" = @p1 AND "Day" = @p2 AND "Part" = @p3
            AND {string.Join(" AND ", Columns.Select(column => $"{column} = 0"))}
            """);
    }

    public static void AddContact(ChatLeadsDb db, DateOnly day, Segment segment) =>
        Add(db, RollUp.Contacts(segment, day, FunnelCounts.None with { Contacts = 1 }));

    public static void AddRefusal(ChatLeadsDb db, DateOnly day, Segment segment) =>
        Add(db, RollUp.Contacts(segment, day, FunnelCounts.None with { Refusals = 1 }));

    /// <summary>Inside a transaction.</summary>
    internal static void Add(ChatLeadsDb db, IEnumerable<RollUpCell> cells)
    {
        var statements = Prepared.GetValue(db.Database.GetDbConnection(), connection => new DailyCounts(connection));
        foreach (var cell in cells)
            statements.Add(db, cell);
    }

    private void Add(ChatLeadsDb db, RollUpCell cell)
    {
        var (by, basis, of) = ($"{cell.By}", $"{cell.Basis}", cell.Counts);
        add.Run(
            db, by, basis, cell.Day, cell.Part, of.Contacts, of.Refusals, of.Leads, of.Hot, of.Mql, of.Sql, of.Opportunities, of.Customers, of.Lost, of.Disqualified);
        // What nobody counts for any more goes: of a person who was erased not even a reason stays.
        if (of.Takes)
            drop.Run(db, by, basis, cell.Day, cell.Part);
    }
}
