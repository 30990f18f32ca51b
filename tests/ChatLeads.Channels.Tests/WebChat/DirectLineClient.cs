using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ChatLeads.Channels.Tests.WebChat;

/// <summary>An answer of the service, with its body read.</summary>
internal sealed record Answer(int Status, JsonElement Body, HttpResponseHeaders Headers)
{
    /// <summary>The code in <c>{"error":{"code","message"}}</c>, with the status: <c>403 TokenExpired</c>.</summary>
    public string Error => $"{Status} {Body.GetProperty("error").GetProperty("code").GetString()}"
        + (Body.GetProperty("error").GetProperty("message").GetString() is { Length: > 0 } ? "" : " without a message");

    public string Text(string property) => Body.GetProperty(property).GetString()!;

    public IReadOnlyList<JsonElement> Activities => [.. Body.GetProperty("activities").EnumerateArray()];

    public IReadOnlyList<string?> Texts => [.. Activities.Select(a => a.GetProperty("text").GetString())];
}

/// <summary>A plain Direct Line client for tests of the protocol.</summary>
internal sealed class DirectLineClient(Uri address)
{
    private static readonly HttpClient Http = new();

    public string? Token { get; set; }
    public string? Origin { get; set; }
    public string Id { get; set; } = "";
    public string StreamUrl { get; private set; } = "";

    public async Task<Answer> Generate(string body = "")
    {
        var answer = await Post("tokens/generate", body);
        if (answer.Status == 200)
            (Token, Id) = (answer.Text("token"), answer.Text("conversationId"));
        return answer;
    }

    public async Task<Answer> Begin(string body = "")
    {
        if (Token is null)
            await Generate();
        var answer = await Post("conversations", body);
        (Token, Id, StreamUrl) = (answer.Text("token"), answer.Text("conversationId"), answer.Text("streamUrl"));
        return answer;
    }

    public Task<Answer> Say(string text, string clientId = "c1") => Send(new
    {
        type = "message",
        text,
        from = new { id = "somebody-else" },
        channelData = new { clientActivityID = clientId },
    });

    public Task<Answer> Send(object activity) => Post($"conversations/{Id}/activities", JsonSerializer.Serialize(activity));

    public Task<Answer> Activities(string watermark = "") => Call(HttpMethod.Get, $"conversations/{Id}/activities?watermark={watermark}");

    public Task<Answer> Post(string path, string body) =>
        Call(HttpMethod.Post, path, body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<Answer> Call(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, $"/v3/directline/{path}")) { Content = content };
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (Origin is not null)
            request.Headers.Add("Origin", Origin);
        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement, response.Headers);
    }

    public async Task<ClientWebSocket> Open(string? streamUrl = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(streamUrl ?? StreamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>The next frame as text: empty for a keep-alive, null when the other side has closed.</summary>
    public static async Task<string?> Frame(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var (buffer, length) = (new byte[1 << 20], 0);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    /// <summary>Activities of frames until there are <paramref name="count"/>, with the last watermark.</summary>
    public static async Task<(IReadOnlyList<string?> Texts, string Watermark)> Receive(ClientWebSocket socket, int count)
    {
        var (texts, watermark) = (new List<string?>(), "");
        while (texts.Count < count && await Frame(socket) is { } frame)
        {
            if (frame.Length == 0)
                continue;
            var set = JsonDocument.Parse(frame).RootElement;
            texts.AddRange(set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
            watermark = set.GetProperty("watermark").GetString()!;
        }
        return (texts, watermark);
    }
}
