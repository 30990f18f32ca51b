using System.Diagnostics;
using System.Globalization;
using ChatLeads.Storage;

namespace ChatLeads.Benchmarks.Turns;

/// <summary>Turns a second of the whole program, in a closed loop over HTTP, beside two bare endpoints with the same durable commit.</summary>
internal static class TurnsBenchmark
{
    private static readonly int[] AtOnce = [1, 16, 64];

    /// <summary>What is said before measuring, so that the conversation is a consented lead's and every turn is stored.</summary>
    private static readonly string[] Consent = ["hola, busco un programa de citas, somos 14", "ana@example.com", "sí, de acuerdo", "Ana Ruiz"];

    private static readonly string[] Talk =
    [
        "¿se integra con Doctoralia?", "tenemos unos 5000 € al año", "gracias", "¿y el soporte es en español?",
        "queremos empezar el mes que viene", "somos 15 con el nuevo", "¿cuánto tarda la puesta en marcha?", "lo decido yo",
    ];

    /// <summary>In its own folder, as it was built: what is copied here lacks what was compiled ahead of time.</summary>
    private static string HostProgram =>
        Path.Combine(AppContext.BaseDirectory.Replace(Path.Combine("tests", "ChatLeads.Benchmarks"), Path.Combine("src", "ChatLeads.Host")), "ChatLeads.Host.dll");

    public static async Task<int> Run(string[] args)
    {
        var seconds = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 8;
        using var chatLeads = await ServerProcess.Start("ChatLeads", HostProgram, (url, directory) =>
        [
            "--urls", url, "--ChatLeads:DataDirectory", directory,
            "--ChatLeads:WebChat:ConversationsPerMinute", "1000000", "--ChatLeads:WebChat:MessagesPerMinute", "1000000",
        ]);
        var first = await FirstTurn(chatLeads);
        await chatLeads.Answers("/readyz");
        using var perTurn = await ServerProcess.Start("EF a turn", "ChatLeads.Benchmarks.dll", (url, directory) => ["bare", "per-turn", url, $"{directory}/bare.db"]);
        using var grouping = await ServerProcess.Start("EF grouping", "ChatLeads.Benchmarks.dll", (url, directory) => ["bare", "grouping", url, $"{directory}/bare.db"]);
        Console.WriteLine($"{"at once",7} {"server",-12} {"turns/s",8} {"p50 ms",7} {"p99 ms",7} {"CPU s/1000",10} {"ratio",6}");
        foreach (var conversations in AtOnce)
        {
            Level[] levels = [await Measure(perTurn, conversations, seconds), await Measure(grouping, conversations, seconds), await Measure(chatLeads, conversations, seconds)];
            var rival = conversations == 1 ? levels[0] : levels[1];
            foreach (var level in levels)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{conversations,7} {level.Server,-12} {level.TurnsASecond,8:F0} {level.P50,7:F1} {level.P99,7:F1} {level.CpuPerThousand,10:F2} {level.TurnsASecond / rival.TurnsASecond,6:F2}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"time to first 200 {chatLeads.FirstAnswer.TotalSeconds:F2} s, first turn then {first.TotalMilliseconds:F0} ms, peak memory {chatLeads.PeakMegabytes:F0} MB, stored messages {Stored(chatLeads)}"));
        return 0;
    }

    private static async Task<TimeSpan> FirstTurn(ServerProcess server)
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        var client = new DirectLineClient(http, server.Url);
        await client.Begin();
        await client.Say(Talk[0]);
        return watch.Elapsed;
    }

    private static async Task<Level> Measure(ServerProcess server, int conversations, int seconds)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        var clients = Enumerable.Range(0, conversations).Select(_ => new DirectLineClient(http, server.Url)).ToList();
        foreach (var client in clients)
        {
            await client.Begin();
            foreach (var said in Consent)
                await client.Say(said);
        }
        await Loop(clients, TimeSpan.FromSeconds(2));
        var (cpu, watch) = (server.CpuTime, Stopwatch.StartNew());
        var times = await Loop(clients, TimeSpan.FromSeconds(seconds));
        var (elapsed, used) = (watch.Elapsed, server.CpuTime - cpu);
        times.Sort();
        return new Level(server.Name, times.Count / elapsed.TotalSeconds, times[times.Count / 2], times[times.Count * 99 / 100], used.TotalSeconds * 1000 / times.Count);
    }

    /// <returns>How long each turn took, in milliseconds.</returns>
    private static async Task<List<double>> Loop(List<DirectLineClient> clients, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(clients.Select((client, number) => Task.Run(async () =>
        {
            var times = new List<double>();
            for (var turn = number; Stopwatch.GetTimestamp() < until; turn++)
            {
                var began = Stopwatch.GetTimestamp();
                await client.Say(Talk[turn % Talk.Length]);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            return times;
        })));
        return [.. all.SelectMany(times => times)];
    }

    /// <summary>That they were stored at all is part of the measurement.</summary>
    private static int Stored(ServerProcess server)
    {
        using var db = new ChatLeadsDb(SqliteDatabase.Options(Path.Combine(server.Directory, "chatleads.db")));
        return db.Messages.Count();
    }

    private sealed record Level(string Server, double TurnsASecond, double P50, double P99, double CpuPerThousand);
}
