using System.Data.Common;
using ChatLeads.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatLeads.Benchmarks.Scale;

/// <summary>Rows as the model stores them, many to a statement: the change tracker would take hours for a million leads.</summary>
internal sealed class BulkInsert<T> where T : class
{
    private const int RowsAtOnce = 40;

    private readonly ChatLeadsDb db;
    private readonly (Func<T, object?> Value, Func<object?, object?>? Convert)[] columns;
    private readonly string head;
    private readonly List<T> waiting = new(RowsAtOnce);
    private readonly Dictionary<int, DbCommand> commands = [];
    private readonly Action before;

    /// <param name="before">Writes the rows that these belong to.</param>
    public BulkInsert(ChatLeadsDb db, Action? before = null)
    {
        (this.db, this.before) = (db, before ?? (() => { }));
        var properties = db.Model.FindEntityType(typeof(T))!.GetProperties().Where(property => property.PropertyInfo is not null).ToList();
        columns = [.. properties.Select(property => ((Func<T, object?>)(row => property.PropertyInfo!.GetValue(row)), property.GetTypeMapping().Converter?.ConvertToProvider))];
        var table = properties[0].DeclaringType.ContainingEntityType.GetTableName();
        head = $"INSERT INTO \"{table}\" ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) VALUES ";
    }

    public void Add(T row)
    {
        waiting.Add(row);
        if (waiting.Count == RowsAtOnce)
            Finish();
    }

    /// <summary>Writes what is left.</summary>
    public void Finish()
    {
        before();
        if (waiting.Count == 0)
            return;
        if (!commands.TryGetValue(waiting.Count, out var command))
            commands[waiting.Count] = command = Create(waiting.Count);
        Write(command);
    }

    private void Write(DbCommand command)
    {
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var number = 0;
        foreach (var row in waiting)
            foreach (var (value, convert) in columns)
                command.Parameters[number++].Value = value(row) is { } stored ? convert is null ? stored : convert(stored) : DBNull.Value;
        command.ExecuteNonQuery();
        waiting.Clear();
    }

    private DbCommand Create(int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = head + string.Join(", ", Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, column) => $"@p{row * columns.Length + column}"))})"));
        for (var number = 0; number < rows * columns.Length; number++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{number}";
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
