using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>npm's botframework-directlinejs in a Node process.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<JsonElement> events = Channel.CreateUnbounded<JsonElement>();
    private readonly Task reading;

    private NodeClient(Process process)
    {
        this.process = process;
        reading = Read();
    }

    /// <summary>The texts of all message activities that the client has shown, in order.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>What went wrong in the client's own view.</summary>
    public List<string> Failures { get; } = [];

    public int Sockets { get; private set; }

    public static NodeClient Start(string domain, string token, string transport, string locale)
    {
        NpmPackages.File("botframework-directlinejs");
        var script = Path.Combine(NpmPackages.Folder, "Official", "directline-client.cjs");
        return new NodeClient(Process.Start(new ProcessStartInfo("node", [script, domain, token, transport, locale])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    public Task Post(string text) => Command(new { post = new { type = "message", text, from = new { id = "somebody", role = "user" } } });

    public Task DropSocket() => Command(new { drop = true });

    /// <summary>Reads what the client reports until a condition holds.</summary>
    public async Task Until(Func<bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        try
        {
            while (!condition())
                Note(await events.Reader.ReadAsync(patience.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or ChannelClosedException)
        {
            Assert.Fail($"{what}: not seen. Shown: {string.Join(" | ", Shown)}. Failures: {string.Join(" | ", Failures)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await reading;
        process.Dispose();
    }

    private void Note(JsonElement report)
    {
        if (report.TryGetProperty("activity", out var activity) && activity.GetProperty("type").GetString() == "message")
            Shown.Add(activity.GetProperty("text").GetString()!);
        else if (report.TryGetProperty("failed", out var failure))
            Failures.Add(failure.GetString()!);
        else if (report.TryGetProperty("posted", out var id) && id.GetString() == "retry")
            Failures.Add("the client was told to try again");
        else if (report.TryGetProperty("sockets", out var count))
            Sockets = count.GetInt32();
    }

    private Task Command(object command) => process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));

    private async Task Read()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            events.Writer.TryWrite(JsonDocument.Parse(line).RootElement);
        events.Writer.Complete();
    }
}
