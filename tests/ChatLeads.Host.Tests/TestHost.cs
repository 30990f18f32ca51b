using ChatLeads.Channels;
using ChatLeads.Core.Conversations;
using ChatLeads.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatLeads.Host.Tests;

/// <summary>The real program on a data directory of its own, on a port of its own, with a clock that tests move.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly bool ownsData;

    private TestHost(WebApplication app, string data, bool ownsData) => (App, Data, this.ownsData) = (app, data, ownsData);

    public WebApplication App { get; }
    public string Data { get; }
    public FakeTimeProvider Clock => (FakeTimeProvider)App.Services.GetRequiredService<TimeProvider>();
    public ITurns Turns => App.Services.GetRequiredService<ITurns>();
    public ITranscripts Transcripts => App.Services.GetRequiredService<ITranscripts>();

    public static async Task<TestHost> Start(string? data = null, params string[] settings)
    {
        var directory = data ?? Directory.CreateTempSubdirectory("chatleads-").FullName;
        string[] args = ["--urls", "http://127.0.0.1:0", "--ChatLeads:DataDirectory", directory, .. settings];
        var app = WebHost.Create(args, services =>
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))));
        await app.StartAsync();
        return new TestHost(app, directory, data is null);
    }

    public ChatLeadsDb Database() => App.Services.GetRequiredService<IDbContextFactory<ChatLeadsDb>>().CreateDbContext();

    public Task<TurnReceipt> Say(ConversationKey conversation, string text, string? messageId = null) =>
        Turns.Take(new Inbound(conversation, messageId ?? Guid.NewGuid().ToString("N"), "visitor", new TextSent(text)), CancellationToken.None);

    public async Task<IReadOnlyList<TranscriptEntry>> Transcript(ConversationKey conversation) =>
        await Transcripts.Since(conversation, 0, CancellationToken.None) ?? [];

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (ownsData)
            Directory.Delete(Data, recursive: true);
    }
}
