using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace ChatLeads.Clients.Tests.Official;

/// <summary>Microsoft's local Teams client (npm's m365agentsplayground), driven by the requests that its own page makes.</summary>
internal sealed partial class PlaygroundClient : IAsyncDisposable
{
    private const string Conversation = "prospect-1", User = "user-id-0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly HttpClient http;
    private readonly Channel<JsonElement> shown = Channel.CreateUnbounded<JsonElement>();
    private Task reading = Task.CompletedTask;

    private PlaygroundClient(Process process, int port)
    {
        this.process = process;
        http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/"), Timeout = Patience };
    }

    /// <summary>All that it has shown of the bot's, as text.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>What it was told besides new messages, as JSON: messages that have changed.</summary>
    public ConcurrentQueue<string> Changes { get; } = [];

    public static async Task<PlaygroundClient> Start(string endpoint)
    {
        var script = NpmPackages.File("@microsoft/m365agentsplayground/cli.js");
        var folder = Directory.CreateTempSubdirectory("chatleads-playground-").FullName;
        string[] arguments = [script, "-e", endpoint, "-c", "msteams", "-p", $"{FreePort()}", "--conversation-id", Conversation, "--disable-telemetry"];
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        var process = Process.Start(start)!;
        var client = new PlaygroundClient(process, await Port(process));
        await client.socket.ConnectAsync(new Uri($"ws://localhost:{client.http.BaseAddress!.Port}/_ws_conversation/v1/conversations/stream"), TestContext.Current.CancellationToken);
        client.reading = client.Read();
        return client;
    }

    /// <summary>As its page does when it is opened.</summary>
    public Task Open() => Post($"_debug/conversation/{Conversation}/installation", new { });

    public Task Say(string text) =>
        Post($"_conversation/v1/conversations/{Conversation}/messages", new { type = "text", text, textFormat = "plain", from = new { id = User } });

    /// <summary>Presses a card's Execute; the card that takes its place.</summary>
    public async Task<JsonElement> Press(JsonElement message, JsonElement action)
    {
        var answer = await Post("_conversation/v1/invoke", new
        {
            name = "adaptiveCard/action",
            value = new { action },
            from = new { id = User },
            conversation = new { id = Conversation },
            replyToId = message.GetProperty("messageId").GetString(),
        });
        return JsonDocument.Parse(answer).RootElement;
    }

    /// <summary>The next message of the bot's that it shows.</summary>
    public async Task<JsonElement> Next(string what) =>
        await TryNext(Patience) ?? throw new InvalidOperationException($"{what}: not seen. Seen: {string.Join(" | ", Seen)}");

    /// <summary>Null when there is none for a while.</summary>
    public async Task<JsonElement?> TryNext(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            return await shown.Reader.ReadAsync(patience.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await reading;
        process.Dispose();
        socket.Dispose();
        http.Dispose();
    }

    private async Task<string> Post(string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return text;
    }

    private static async Task<int> Port(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or it stops when the pipe is full
                return int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            }
        throw new InvalidOperationException("The local Teams client did not start.");
    }

    private async Task Read()
    {
        var buffer = new byte[1 << 20];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                Note(JsonNode.Parse(buffer.AsSpan(0, length))!);
            }
        }
        catch (WebSocketException)
        {
            // It was stopped.
        }
        shown.Writer.TryComplete();
    }

    private void Note(JsonNode told)
    {
        if ((string?)told["action"] != "createMessage")
            Changes.Enqueue(told.ToJsonString());
        // Its own echo of what the person says has another author.
        if ((string?)told["action"] != "createMessage" || (string?)told["message"]?["from"]?["id"] == User)
            return;
        var message = JsonDocument.Parse(told["message"]!.ToJsonString()).RootElement;
        Seen.Add(message.GetRawText());
        shown.Writer.TryWrite(message);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"Listening on (\d+)")]
    private static partial Regex Listening();
}
