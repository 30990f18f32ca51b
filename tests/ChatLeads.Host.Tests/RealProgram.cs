using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatLeads.Host.Tests;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal static class RealProgram
{
    /// <summary>Completes when it is ready.</summary>
    public static async Task<Process> Start(string data, string url, params string[] settings)
    {
        var process = Run(data, url, settings);
        using var http = new HttpClient();
        while (!await IsReady(http, url))
        {
            Assert.False(process.HasExited, "The program did not start.");
            await Task.Delay(50);
        }
        return process;
    }

    /// <param name="settings">As on its command line.</param>
    public static Process Run(string data, string url, params string[] settings) => Run(data, url, settings, _ => { });

    /// <param name="printed">Is given each line that it prints.</param>
    public static Process Run(string data, string url, string[] settings, Action<string> printed)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = data };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ChatLeads.Host.dll"), "--urls", url, "--ChatLeads:DataDirectory", data, .. settings];
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, line) => printed(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => printed(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsReady(HttpClient http, string url)
    {
        try
        {
            return (await http.GetAsync(new Uri($"{url}/readyz"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
