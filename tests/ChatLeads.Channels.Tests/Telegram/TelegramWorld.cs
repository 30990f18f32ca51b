using System.Collections.Concurrent;
using ChatLeads.Channels.Telegram;
using ChatLeads.Channels.Tests.Telegram.Emulator;
using ChatLeads.Core.Playbooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.Tests.Telegram;

/// <summary>The channel as the host runs it, with the real client, against the emulated Bot API.</summary>
internal sealed class TelegramWorld : IAsyncDisposable
{
    private readonly WebApplication app;

    private TelegramWorld(BotApiServer api, FakeTurns turns, WebApplication app, LogLines log) => (Api, Turns, this.app, Log) = (api, turns, app, log);

    public BotApiServer Api { get; }
    public FakeTurns Turns { get; }
    public LogLines Log { get; }
    public string Url => app.Urls.First();
    public IPushChannel Channel => app.Services.GetRequiredService<IPushChannel>();

    public static TelegramWords Words()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "dialogs", TelegramWords.Path)))
            folder = Path.GetDirectoryName(folder)!;
        var text = File.ReadAllText(Path.Combine(folder, "dialogs", TelegramWords.Path));
        var (words, errors) = TelegramWords.Load([new DialogFile(TelegramWords.Path, text)]);
        Assert.Empty(errors);
        return words;
    }

    public static async Task<TelegramWorld> Start(BotApiServer? api = null, FakeTurns? turns = null, string? webhookSecret = null)
    {
        api ??= await BotApiServer.Start();
        turns ??= new FakeTurns();
        var log = new LogLines();
        var port = FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ChatLeads:Telegram:Token"] = BotApiServer.Token,
            ["ChatLeads:Telegram:ApiUrl"] = api.Url,
            ["ChatLeads:Telegram:WebhookUrl"] = webhookSecret is null ? null : $"http://127.0.0.1:{port}",
            ["ChatLeads:Telegram:WebhookSecret"] = webhookSecret,
        });
        builder.Services.AddSingleton<ITurns>(turns);
        builder.Services.AddTelegram(builder.Configuration, Words());
        var app = builder.Build();
        app.MapTelegram();
        await app.StartAsync();
        return new TelegramWorld(api, turns, app, log);
    }

    /// <summary>The program stops; Telegram and what it has not had confirmed go on.</summary>
    public async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Api.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>All that was logged, at any level.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public string All => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
