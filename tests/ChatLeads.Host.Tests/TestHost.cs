using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Host.Turns;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Host.Tests;

/// <summary>The program on a data directory of its own, on a port of its own, with a scripted dialog and a clock that tests move.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start0 = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private TestHost(WebApplication app, FakeTimeProvider clock, string data) => (App, Clock, Data) = (app, clock, data);

    public WebApplication App { get; }
    public string Data { get; }
    public FakeTimeProvider Clock { get; }
    public ITurns Turns => App.Services.GetRequiredService<ITurns>();
    public DbWriter Writer => App.Services.GetRequiredService<DbWriter>();
    public ITranscripts Transcripts => App.Services.GetRequiredService<ITranscripts>();

    public static async Task<TestHost> Start(
        string? data = null, DateTimeOffset? at = null, Action<IServiceCollection>? with = null, params string[] settings)
    {
        var directory = data ?? Directory.CreateTempSubdirectory("chatleads-").FullName;
        var clock = new FakeTimeProvider(at ?? Start0);
        string[] args = ["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", directory, .. settings];
        var app = WebHost.Create(args, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<Decider>(ScriptedDecider.Decide);
            with?.Invoke(services);
        }, ShippedDialogs.Load);
        await app.StartAsync();
        return new TestHost(app, clock, directory);
    }

    /// <summary>Stops it and starts another on the same data.</summary>
    public async Task<TestHost> Restart()
    {
        await Stop();
        return await Start(Data, Clock.GetUtcNow());
    }

    public ChatLeadsDb Database() => App.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContext();

    public Task<TurnReceipt> Say(ConversationKey conversation, string text, string? messageId = null) =>
        Turns.Take(new Inbound(conversation, messageId ?? Guid.NewGuid().ToString("N"), "visitor", new TextSent(text)), CancellationToken.None);

    public async Task<IReadOnlyList<TranscriptEntry>> Transcript(ConversationKey conversation) =>
        await Transcripts.Since(conversation, 0, CancellationToken.None) ?? [];

    /// <summary>Lets time pass until <paramref name="expected"/> has happened; fails after a while of real time.</summary>
    public async Task AdvanceUntil(Task expected, TimeSpan step)
    {
        for (var tries = 0; tries < 1000 && !expected.IsCompleted; tries++)
        {
            Clock.Advance(step);
            await Task.WhenAny(expected, Task.Delay(50));
        }
        await expected.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Every byte of the data directory, as text.</summary>
    public string Disk() => string.Concat(Directory.EnumerateFiles(Data).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
    }));

    public async Task Stop()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(Data, recursive: true);
    }
}
