using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;
using ChatLeads.Host;

namespace ChatLeads.Benchmarks;

/// <summary>Time and memory to read a message, beside Microsoft's Recognizers-Text under Node on the same messages.</summary>
public static class UnderstandingBenchmark
{
    private const int Rounds = 60;

    public static int Run()
    {
        var root = FindRoot();
        var files = DialogFolder.Read(Path.Combine(root, "dialogs"));
        // Cold is what a start costs, compiling included; least is the lexicons' own share.
        var (reader, cold) = Load(files);
        var least = Enumerable.Range(0, 5).Min(_ => Load(files).Time);
        var messages = Messages(Path.Combine(root, "tests/ChatLeads.Core.Tests/Understanding/corpus"));
        for (var warm = 0; warm < Rounds; warm++)
            messages.ForEach(message => reader.Read(message));

        var times = new List<double>(messages.Count * Rounds);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var message in messages)
            {
                var begin = Stopwatch.GetTimestamp();
                reader.Read(message);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            }
        }
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ChatLeads     {messages.Count} messages: mean {times.Average():F0} µs, p50 {times[times.Count / 2]:F0} µs, p99 {times[times.Count * 99 / 100]:F0} µs, {bytes / 1024.0 / times.Count:F1} KB a message, lexicons loaded in {cold.TotalMilliseconds:F0} ms cold, {least.TotalMilliseconds:F0} ms at least"));
        foreach (var piece in (ReadOnlySpan<string>)["a", "no ", "1 ", "a@"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 262_144 / piece.Length));
            var longest = Enumerable.Range(0, 5).Min(_ => Time(reader, text));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  256 K of \"{piece}\": {longest.TotalMilliseconds:F1} ms"));
        }
        return Recognizers(root, messages);
    }

    private static TimeSpan Time(Reader reader, string text)
    {
        var start = Stopwatch.GetTimestamp();
        reader.Read(new ReadRequest(text, null, new DateOnly(2026, 11, 22)));
        return Stopwatch.GetElapsedTime(start);
    }

    private static (Reader Reader, TimeSpan Time) Load(IReadOnlyList<Core.Playbooks.DialogFile> files)
    {
        var start = Stopwatch.GetTimestamp();
        return (Reader.Load(files).Reader!, Stopwatch.GetElapsedTime(start));
    }

    private static List<ReadRequest> Messages(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl").SelectMany(File.ReadLines).Select(line => JsonNode.Parse(line)!).Select(json => new ReadRequest(
            (string)json["text"]!, (string?)json["asking"] is { } asking ? new Field(asking) : null,
            DateOnly.ParseExact((string)json["today"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture), (string)json["region"]!, (string)json["currency"]!))];

    /// <summary>Runs the script beside this file when Node and the package are there.</summary>
    private static int Recognizers(string root, List<ReadRequest> messages)
    {
        var folder = Path.Combine(root, "tests/ChatLeads.Benchmarks/recognizers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Console.WriteLine($"Recognizers-Text: not run; `npm install` in {Path.GetRelativePath(root, folder)} first.");
            return 0;
        }
        using var node = Process.Start(new ProcessStartInfo("node", "run.js") { WorkingDirectory = folder, RedirectStandardInput = true })!;
        node.StandardInput.Write(new JsonArray([.. messages.Select(message => (JsonNode)message.Text)]).ToJsonString());
        node.StandardInput.Close();
        node.WaitForExit();
        return node.ExitCode;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatLeads.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run this inside the repository.");
    }
}
