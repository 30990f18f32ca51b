using System.Collections.Concurrent;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Channels.Tests.WebChat;

/// <summary>Web chat on a real Kestrel and a free port, with a clock that stands still and a pipeline that echoes.</summary>
internal sealed class WebChatServer : IAsyncDisposable, ILoggerProvider, IStaffDirectory
{
    private readonly WebApplication app;

    private WebChatServer(WebApplicationBuilder builder)
    {
        Pipeline = new FakePipeline(Time);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(this);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<IStaffDirectory>(this);
        builder.Services.AddSingleton<ITurns>(Pipeline).AddSingleton<ITranscripts>(Pipeline);
        builder.Services.AddWebChat(_ => [.. Enumerable.Repeat((byte)7, 32)]);
        app = builder.Build();
        app.MapWebChat();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public FakePipeline Pipeline { get; }

    public ConcurrentQueue<string> Log { get; } = [];

    public List<Staff> Staff { get; } = [];

    public HashSet<string> SignedOut { get; } = [];

    public WebChatTokens Tokens => app.Services.GetRequiredService<WebChatTokens>();

    public Uri Address => new(app.Urls.Single());

    public static async Task<WebChatServer> Start(params (string Setting, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"ChatLeads:WebChat:{s.Setting}", (string?)s.Value)));
        var server = new WebChatServer(builder);
        await server.app.StartAsync();
        return server;
    }

    public DirectLineClient Client() => new(Address);

    /// <summary>A client whose conversation has begun.</summary>
    public async Task<DirectLineClient> Visitor()
    {
        var client = Client();
        await client.Begin();
        return client;
    }

    public Task Stop() => app.StopAsync();

    public ValueTask<bool> IsSignedIn(string session, CancellationToken cancellation) => new(!SignedOut.Contains(session));

    public ValueTask<Staff?> Find(int id, CancellationToken cancellation) => new(Staff.SingleOrDefault(s => s.Id == id));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Keeper(Log);

    void IDisposable.Dispose()
    {
    }

    private sealed class Keeper(ConcurrentQueue<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            log.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue(formatter(state, exception));
    }
}
