using System.Diagnostics;
using System.Globalization;
using ChatLeads.Host;
using ChatLeads.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace ChatLeads.Benchmarks.Scale;

/// <summary>What the desk's answers and a prospect's turn cost at ten thousand leads and at a million.</summary>
internal static class ScaleBenchmark
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;

    /// <param name="args">A PostgreSQL server's connection string, whose database is dropped; without it SQLite alone is measured.</param>
    public static async Task<int> Run(string[] args)
    {
        var many = args is [.., var last] && int.TryParse(last, CultureInfo.InvariantCulture, out var given) ? given : Many;
        await Compare("SQLite", null, many);
        if (args is [var server, ..] && DatabasePlace.Error(server) is null)
            await Compare("PostgreSQL", server, many);
        return 0;
    }

    private static async Task Compare(string name, string? server, int many)
    {
        Console.WriteLine($"{name}: {Few:N0} and {many:N0} leads");
        var (few, more) = (await Measure(Few, server), await Measure(many, server));
        Console.WriteLine($"{"",-34} {"few ms",8} {"many ms",8} {"ratio",6}");
        foreach (var (what, time) in few)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} {time,8:F2} {more[what],8:F2} {more[what] / time,6:F2}"));
    }

    private static async Task<Dictionary<string, double>> Measure(int count, string? server)
    {
        var directory = Directory.CreateTempSubdirectory("chatleads-scale-");
        if (server is not null)
            Drop(server);
        try
        {
            string[] settings = ["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", directory.FullName];
            await using var app = WebHost.Create(server is null ? settings : [.. settings, "--ChatLeads:Database", server]);
            await app.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartAsync(CancellationToken.None);
            var firm = new BigFirm(app.Services);
            var watch = Stopwatch.StartNew();
            await firm.Fill(count);
            Console.WriteLine($"  {count:N0} filled in {watch.Elapsed.TotalSeconds:F0} s, {firm.Megabytes:N0} MB");
            return await firm.Ask();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools(); // The next one drops their database.
            directory.Delete(recursive: true);
        }
    }

    private static void Drop(string server)
    {
        var connection = new NpgsqlConnectionStringBuilder(server) { Pooling = false };
        var database = connection.Database!;
        connection.Database = "postgres";
        using var open = new NpgsqlConnection(connection.ToString());
        open.Open();
        using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", open);
        drop.ExecuteNonQuery();
    }
}
