using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>
/// Telegram's Bot API over HTTP, for one bot, as far as a chat bot needs it: it refuses what the real one refuses, fails on
/// demand, and its people write, press and share.
/// </summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    public const string Token = "123456789:AAE-test_token_of_the_emulator_0123";
    public const string BotName = "nimbo_bot";
    public const long BotId = 123456789;

    private readonly WebApplication app;
    private readonly BotApiMethods methods;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> faults = new();
    private readonly ConcurrentQueue<string> calls = new();
    private int people;

    private BotApiServer(WebApplication app)
    {
        this.app = app;
        methods = new BotApiMethods(Updates, Chats);
        app.Map("/bot{token}/{method}", Serve);
    }

    public UpdateQueue Updates { get; } = new();
    public ChatBook Chats { get; } = new();
    public string Url => app.Urls.First();

    /// <summary>Nothing of that method comes through, until it is null again.</summary>
    public string? Down { get; set; }

    /// <summary>Methods in the order in which they were called, failed ones too.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Commands by <c>scope/language</c>, such as <c>default/en</c>, <c>chat500000001/</c>.</summary>
    public IReadOnlyDictionary<string, JsonArray> Commands => methods.Commands;

    public IReadOnlyCollection<string> AnsweredQueries => methods.AnsweredQueries;

    public static async Task<BotApiServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BotApiServer(builder.Build());
        await server.app.StartAsync();
        return server;
    }

    public TelegramPerson Person(string name, string language = "es")
    {
        var id = 500_000_000 + Interlocked.Increment(ref people);
        return new TelegramPerson(this, id, name, language, Chats.Open(id, "private", name));
    }

    public TelegramChat Group(string title) => Chats.Open(-4_000_000 - Interlocked.Increment(ref people), "group", title);

    /// <summary>The next requests of that method fail so, one fault each.</summary>
    public void Fail(string method, params ReadOnlySpan<Fault> next)
    {
        foreach (var fault in next)
            faults.GetOrAdd(method.ToLowerInvariant(), _ => new()).Enqueue(fault);
    }

    public async ValueTask DisposeAsync()
    {
        Updates.Dispose();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task Serve(HttpContext context, string token, string method)
    {
        calls.Enqueue(method);
        Fault? fault = null;
        if (faults.TryGetValue(method.ToLowerInvariant(), out var queue))
            queue.TryDequeue(out fault);
        if (fault is Fault.Dropped { Done: false })
        {
            context.Abort();
            return;
        }
        if (fault is Fault.BadGateway || method.Equals(Down, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = 502;
            await context.Response.WriteAsync("<html><head><title>502 Bad Gateway</title></head></html>");
            return;
        }
        if (fault is Fault.Garbled garbled)
        {
            await context.Response.WriteAsync(garbled.Body);
            return;
        }
        try
        {
            if (fault is Fault.TooMany told)
                throw ApiError.TooMany(told.Seconds);
            if (fault is Fault.Refused refused)
                throw ApiError.Bad(refused.Why);
            if (token != Token)
                throw new ApiError(401, "Unauthorized");
            var result = await methods.Call(method.ToLowerInvariant(), await RequestFields.Read(context.Request), context.RequestAborted);
            if (fault is Fault.Silent silent)
            {
                silent.Done.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }
            if (fault is Fault.Dropped)
                context.Abort();
            else
                await Write(context, 200, new JsonObject { ["ok"] = true, ["result"] = result });
        }
        catch (ApiError error)
        {
            await Write(context, error.Code, error.Body);
        }
    }

    private static Task Write(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }
}
