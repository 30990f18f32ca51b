using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatLeads.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>
/// Direct Line as the widget sees it, with a bot of a few lines and faults on demand. What the true server does is tested with the
/// true server; this one loses lines at the moments that hurt.
/// </summary>
internal sealed class DoubleServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, DoubleConversation> conversations = new();
    private readonly ConcurrentDictionary<WebSocket, bool> sockets = new();
    private int tokens;

    private DoubleServer(WebApplication app) => this.app = app;

    /// <summary>With a trailing slash, on localhost.</summary>
    public string Url => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";

    /// <summary>The address of a page of another firm, with the widget's script element having these attributes.</summary>
    public string Page(string attributes = "", string lang = "es", string csp = "", string head = "", bool foreign = false)
    {
        var own = foreign ? Url : "/";
        var query = $"script={Uri.EscapeDataString($"src='{own}chat.js' {attributes}")}&lang={lang}&csp={Uri.EscapeDataString(csp)}&head={Uri.EscapeDataString(head)}";
        return $"{(foreign ? Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) : Url)}embed?{query}";
    }

    /// <summary>What becomes of the next POSTs of messages, in order; afterwards all are taken.</summary>
    public ConcurrentQueue<Fate> Fates { get; } = new();

    public bool SignedIn { get; set; }
    public bool SocketsRefused { get; set; }
    public int Posts { get; private set; }
    public int Polls { get; private set; }
    public int Sockets { get; private set; }
    public IReadOnlyCollection<DoubleConversation> Conversations => [.. conversations.Values];
    public DoubleConversation Only => conversations.Values.Single();

    /// <summary>Refused; taken, but the answer lost on the way; lost before it was taken.</summary>
    public enum Fate { Refused429, Failed500, TakenButUnanswered, Lost, TooLarge }

    public static async Task<DoubleServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPages();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(p => p.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Retry-After")));
        var server = new DoubleServer(builder.Build());
        server.Map();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Every open socket falls over, as in a tunnel.</summary>
    public void DropSockets()
    {
        foreach (var socket in sockets.Keys) socket.Abort();
    }

    /// <summary>The server forgets: tokens are answered with 403 as expired.</summary>
    public void Forget()
    {
        conversations.Clear();
        DropSockets();
    }

    public async ValueTask DisposeAsync()
    {
        DropSockets();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.UsePages().UseCors().UseWebSockets();
        app.MapGet("/embed", (HttpContext context) => Embed(context));
        app.MapGet("/desk", () => Results.File(Path.Combine(AppContext.BaseDirectory, "wwwroot", "desk.html"), "text/html; charset=utf-8"));
        app.MapPost("/desk/token", () => SignedIn ? Desk() : Results.Unauthorized());
        var line = app.MapGroup("/v3/directline");
        line.MapPost("tokens/generate", () => Token($"c{Interlocked.Increment(ref tokens)}"));
        line.MapPost("tokens/refresh", (HttpContext context) => Of(context) is { } id ? Token(id) : Expired());
        line.MapPost("conversations", (HttpContext context) => Begin(context));
        line.MapGet("conversations/{id}", (string id, HttpContext context) => Of(context) is null ? Expired() : Resume(id, context));
        line.MapGet("conversations/{id}/activities", (string id, string? watermark, HttpContext context) => Of(context) is null ? Expired() : Poll(id, watermark));
        line.MapPost("conversations/{id}/activities", Post);
        line.Map("conversations/{id}/stream", Stream);
    }

    /// <summary>A page of another firm with the widget on it: ?script= holds the element's attributes, ?csp= its policy, ?head= its styles.</summary>
    private static IResult Embed(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["csp"] is [{ Length: > 0 } policy]) context.Response.Headers.ContentSecurityPolicy = policy;
        return Results.Text($"<!doctype html><html lang='{query["lang"]}'><head><title>Page</title>{query["head"]}</head><body><main><h1>Page</h1><button>Other</button></main><script {query["script"]} async></script></body></html>", "text/html");
    }

    private static IResult Token(string id) => Results.Json(new { conversationId = id, token = id, expires_in = 1800 });

    private IResult Desk()
    {
        conversations.GetOrAdd("staff-1", _ => new DoubleConversation());
        return Results.Json(new { conversationId = "staff-1", token = "staff-1", expires_in = 1800, name = "Marta", language = "es", role = "rep" });
    }

    private static IResult Expired() => Results.Json(new { error = new { code = "TokenExpired", message = "The token has expired." } }, statusCode: 403);

    /// <summary>The conversation of the request's token; null when it is no more.</summary>
    private string? Of(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        return conversations.ContainsKey(token) ? token : null;
    }

    private IResult Begin(HttpContext context)
    {
        var id = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        var conversation = conversations[id] = new DoubleConversation();
        DoubleBot.Welcome(conversation);
        return Results.Json(new { conversationId = id, token = id, expires_in = 1800, streamUrl = StreamUrl(id, context, "0") });
    }

    private static string StreamUrl(string id, HttpContext context, string watermark) =>
        $"ws://{context.Request.Host}/v3/directline/conversations/{id}/stream?watermark={watermark}";

    private static IResult Resume(string id, HttpContext context) =>
        Results.Json(new { conversationId = id, token = id, expires_in = 1800, streamUrl = StreamUrl(id, context, context.Request.Query["watermark"].ToString()) });

    private IResult Poll(string id, string? watermark)
    {
        Polls++;
        return Results.Json(conversations[id].Since(int.TryParse(watermark, out var from) ? from : 0).Set);
    }

    private async Task<IResult> Post(string id, JsonObject activity, HttpContext context)
    {
        Posts++;
        if (Of(context) is null) return Expired();
        Fate? fate = Fates.TryDequeue(out var next) ? next : null;
        switch (fate)
        {
            case Fate.Refused429:
                context.Response.Headers.RetryAfter = "1";
                return Results.Json(new { error = new { code = "TooManyRequests", message = "Slow down." } }, statusCode: 429);
            case Fate.Failed500:
                return Results.StatusCode(500);
            case Fate.TooLarge:
                return Results.Json(new { error = new { code = "MessageSizeTooBig", message = "Too long." } }, statusCode: 413);
            case Fate.Lost:
                context.Abort();
                return Results.Empty;
        }
        if (conversations[id].Take(activity, out var messageId) is not null) DoubleBot.Answer(conversations[id], (string?)activity["text"] ?? "");
        if (fate is Fate.TakenButUnanswered) context.Abort();
        await Task.Yield();
        return Results.Json(new { id = messageId });
    }

    private async Task Stream(string id, HttpContext context)
    {
        if (SocketsRefused || !context.WebSockets.IsWebSocketRequest || !conversations.TryGetValue(id, out var conversation))
        {
            context.Response.StatusCode = 403;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Sockets++;
        sockets[socket] = true;
        try
        {
            await Push(socket, conversation, int.TryParse(context.Request.Query["watermark"], out var from) ? from : 0);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The line is gone, as lines do.
        }
        sockets.TryRemove(socket, out _);
    }

    private static async Task Push(WebSocket socket, DoubleConversation conversation, int watermark)
    {
        var closed = UntilClosed(socket);
        while (socket.State == WebSocketState.Open)
        {
            if (await Task.WhenAny(conversation.Beyond(watermark), closed) == closed) return;
            (var set, watermark) = conversation.Since(watermark);
            await socket.SendAsync(Encoding.UTF8.GetBytes(set.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
            await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        }
    }

    private static async Task UntilClosed(WebSocket socket)
    {
        var buffer = new byte[64];
        while (socket.State == WebSocketState.Open)
            if ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType == WebSocketMessageType.Close) return;
    }
}
