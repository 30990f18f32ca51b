using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatLeads.Benchmarks.Turns;

/// <summary>A server under measurement, in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(string name, Process process, string url, string directory) =>
        (Name, this.process, Url, Directory) = (name, process, url, directory);

    public string Name { get; }
    public string Url { get; }
    public string Directory { get; }

    /// <summary>From the start of the process to its first answer with 200.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Runs a program of this build.</summary>
    /// <param name="program">Its path, or its name in this folder.</param>
    /// <param name="arguments">Given the address and the directory.</param>
    public static async Task<ServerProcess> Start(string name, string program, Func<string, string, string[]> arguments)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var directory = System.IO.Directory.CreateTempSubdirectory("chatleads-bench-").FullName;
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = directory };
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments(url, directory))
            info.ArgumentList.Add(argument);
        using (var http = new HttpClient())
            await IsUp(http, url); // What asks is compiled before it counts, and takes no time from who is to answer.
        var watch = Stopwatch.StartNew();
        var server = new ServerProcess(name, Process.Start(info)!, url, directory);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        await server.Answers("/healthz");
        server.FirstAnswer = watch.Elapsed;
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task Answers(string path)
    {
        using var http = new HttpClient();
        while (!process.HasExited)
        {
            if (await IsUp(http, Url + path))
                return;
            await Task.Delay(10);
        }
        throw new InvalidOperationException($"{Name} stopped with {process.ExitCode}.");
    }

    private static async Task<bool> IsUp(HttpClient http, string address)
    {
        try
        {
            return (await http.GetAsync(new Uri(address))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
