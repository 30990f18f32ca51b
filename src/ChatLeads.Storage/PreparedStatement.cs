using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatLeads.Storage;

/// <summary>A statement that stays prepared on one connection while that is open. Its parameters are <c>@p0</c>, <c>@p1</c>…</summary>
internal sealed class PreparedStatement
{
    private readonly DbConnection connection;
    private readonly string text;
    private DbCommand? command;

    public PreparedStatement(DbConnection connection, string text)
    {
        (this.connection, this.text) = (connection, text);
        connection.StateChange += (_, change) => command = change.CurrentState == ConnectionState.Open ? command : null;
    }

    /// <summary>Inside the context's transaction.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(ChatLeadsDb db, params ReadOnlySpan<object?> values)
    {
        command ??= Create(values.Length);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var number = 0; number < values.Length; number++)
            command.Parameters[number].Value = values[number] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    private DbCommand Create(int parameters)
    {
        var created = connection.CreateCommand();
        created.CommandText = text;
        for (var number = 0; number < parameters; number++)
        {
            var parameter = created.CreateParameter();
            parameter.ParameterName = $"@p{number}";
            created.Parameters.Add(parameter);
        }
        return created;
    }
}
